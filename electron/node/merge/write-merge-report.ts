import type { ImportReport } from '#shared/contract/import-calls.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { mergeReportOutline } from '#shared/merge/merge-report-outline.ts'
import { reportFileName } from '#shared/report/report-file-name.ts'
import { sanitiseOutline } from '#shared/report/sanitise.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { checkWord } from '../report/inspect-docx.ts'
import { outlineToDocx } from '../report/outline-to-docx.ts'
import { oneByOne } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import type { ImportOrder } from './look-at-import.ts'
import { mergeReportJson } from './merge-report-json.ts'
import { reportOfFiles } from './report-of-merge.ts'

/** What the file of a report says beyond it. */
export interface ReportFileHead {
  readonly lang: Language
  readonly consultation: string
  readonly title: string
  readonly organiser: string
  readonly sample: boolean
}

export interface MergeReportOrder extends ImportOrder {
  readonly write: (ReportFileHead & { readonly as: 'word' | 'json' }) | null
}

export interface WrittenMergeReport {
  readonly report: ImportReport
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
}

/** Finds in the journal what a merge did and, when asked, writes it as a file. Work for a worker. */
export async function writeMergeReport(
  { folder, consultation, upTo, import: id, write }: MergeReportOrder,
  layer: FileLayer,
  digest: Digest,
): Promise<WrittenMergeReport> {
  const read = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const entries = oneByOne(read.entries.map(({ entry }) => entry))
  const found = entries.find((entry) => entry.type === 'import' && entry.id === id)
  if (found?.type !== 'import') throw new Error('No such import')
  const turn = entries.findLast((entry) => 'import' in entry && entry.import === id)
  const { at, files, operations } = found
  const detail = found.report ?? reportOfFiles(files, operations.length)
  const report = { at, withdrawn: turn?.type === 'withdraw', isDetailed: found.report !== undefined, detail }
  return { report, file: write === null ? null : await fileOf(report, write) }
}

async function fileOf(
  { at, withdrawn, detail }: ImportReport,
  { as, consultation, ...head }: NonNullable<MergeReportOrder['write']>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const outline = mergeReportOutline(detail, { ...head, ...wallClock(at), withdrawn })
  const name = reportFileName(outline)
  if (as === 'json') {
    const bytes = mergeReportJson({ consultation, title: head.title, at, withdrawn, ...detail })
    return { name: name.replace(/docx$/, 'json'), bytes }
  }
  const bytes = await outlineToDocx(sanitiseOutline(outline).outline)
  await checkWord(bytes)
  return { name, bytes }
}

/** Day and time of a moment where this computer stands. */
function wallClock(at: number): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .split(' ')
  return { day, time }
}
