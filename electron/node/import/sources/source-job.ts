import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { SourceRead } from '#shared/programme/sources/collect.ts'
import { SOURCE_LIMITS, tooMuch, type Source, type SourceFailure } from '#shared/programme/sources/source.ts'
import { readTextSource } from '#shared/programme/sources/text-source.ts'
import { readGivenFile } from '../../exchange/read-file.ts'
import { decodeText } from '../decode-text.ts'
import { recogniseFile } from '../recognise-file.ts'
import { readDocument } from './document-source.ts'

/** A file that a person chose, or the bytes of one that was kept. */
export interface SourceOrder {
  readonly file: { readonly path: string } | { readonly bytes: Uint8Array }
  /** Why it is not read at all: an earlier try came to grief over it. */
  readonly left?: FileFailure | undefined
}

export interface SourceOutcome {
  readonly source: Source
  /** As they were read: what is kept is what was looked at. */
  readonly bytes: Uint8Array
}

/** Reads a source, whatever it is: work for a worker. */
export async function readSource({
  file,
  left,
}: SourceOrder): Promise<Result<SourceOutcome, SourceFailure | FileFailure>> {
  if (left !== undefined) return fail(left)
  const read = 'path' in file ? await readGivenFile(file.path, SOURCE_LIMITS.bytes) : ok(file.bytes)
  if (!read.ok) return read
  if (read.value === null) return fail(tooMuch('bytes'))
  const source = await sourceOfBytes(read.value)
  return source.ok ? ok({ source: source.value, bytes: read.value }) : source
}

/** What bytes hold, told by themselves: their name may lie. */
async function sourceOfBytes(bytes: Uint8Array): Promise<SourceRead> {
  if (bytes.length === 0) return fail({ type: 'EmptySource' })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = recogniseFile(buffer)
  // A document is packed as a workbook is.
  if (found === 'workbook') return readDocument(buffer)
  if (found === 'protected-workbook') return fail({ type: 'DocumentProtected' })
  if (found !== 'text') return fail({ type: 'NotASource', found })
  const text = decodeText(buffer)
  return text.ok ? readTextSource(text.value.text) : text
}
