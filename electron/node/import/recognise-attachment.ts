import type { AttachedMedia, AttachmentRefused } from '#shared/contract/attachment-calls.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isUtf8 } from 'node:buffer'
import { entryNames } from '../exchange/zip.ts'

/** Brands of the container that telephones keep pictures in (ISO/IEC 23008-12). */
const HEIC = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What an attached file is by its bytes, whatever it is called. */
export function recogniseAttachment(bytes: Uint8Array): Result<AttachedMedia, AttachmentRefused> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > LIMITS.attachmentBytes) return refused('too-large')
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\u00ff\u00d8\u00ff')) return ok('image/jpeg')
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return ok('image/png')
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return ok('image/webp')
  if (start.startsWith('%PDF-')) return ok('application/pdf')
  if (start.startsWith('PK\u0003\u0004'))
    return entryNames(bytes).includes('word/document.xml') ? ok(DOCX) : refused('kind')
  if (start.slice(4, 8) === 'ftyp' && HEIC.test(start.slice(8, 12))) return refused('heic')
  return isUtf8(bytes) && !bytes.includes(0) ? ok('text/plain') : refused('kind')
}

const refused = (reason: AttachmentRefused['reason']) => fail({ type: 'AttachmentRefused' as const, reason })
