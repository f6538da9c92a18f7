import { buffer as collect } from 'node:stream/consumers'
import { fromBufferPromise, type Entry } from 'yauzl'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { TABLE_LIMITS, tooLarge, type NotTableContent, type TableFailure } from '#shared/programme/table.ts'

export type WorkbookParts = ReadonlyMap<string, Buffer>

export const openWorkbook = (bytes: Buffer): Promise<Result<WorkbookParts, TableFailure>> =>
  openOffice(bytes, 'xl/workbook.xml')

/**
 * The XML parts of a workbook or of a document, told by its main part, unpacked under limits: sizes are checked as announced
 * before anything is unpacked and as found while unpacking. Everything else in the archive (pictures, settings) is left packed.
 */
export async function openOffice(
  bytes: Buffer,
  main: 'xl/workbook.xml' | 'word/document.xml',
): Promise<Result<WorkbookParts, TableFailure>> {
  let part: string | undefined
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true })
    if (zip.entryCount > TABLE_LIMITS.parts) return fail(tooLarge('parts'))
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const refusal = refuse(entries, main)
    if (refusal !== null) return fail(refusal)
    const parts = new Map<string, Buffer>()
    for (const entry of entries.filter(isXml)) {
      part = entry.fileName
      const content = await collect(await zip.openReadStreamPromise(entry))
      if (content.includes('<!DOCTYPE')) return fail({ type: 'WorkbookDamaged', part })
      parts.set(part, content)
    }
    return ok(parts)
  } catch {
    // The archive reader throws for every flaw of the file: truncated, forged sizes, unknown compression.
    return fail({ type: 'WorkbookDamaged', ...(part === undefined ? {} : { part }) })
  }
}

const isXml = ({ fileName }: Entry): boolean => fileName.endsWith('.xml') || fileName.endsWith('.rels')

function refuse(entries: readonly Entry[], main: string): TableFailure | null {
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (entries.some((entry) => entry.isEncrypted())) return { type: 'WorkbookProtected' }
  if (!names.has(main)) return { type: 'NotATable', found: archiveContent(names) }
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (total > TABLE_LIMITS.unpacked) return tooLarge('unpacked')
  return entries.some(isBomb) ? tooLarge('ratio') : null
}

const isBomb = ({ compressedSize, uncompressedSize }: Entry): boolean =>
  uncompressedSize > 1_048_576 && uncompressedSize > compressedSize * TABLE_LIMITS.ratio

function archiveContent(names: ReadonlySet<string>): NotTableContent {
  if (names.has('word/document.xml')) return 'word'
  return names.has('mimetype') && names.has('content.xml') ? 'open-document' : 'archive'
}
