import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { buildReport, type ReportRequest } from '#shared/report/build-report.ts'
import { reportFileName } from '#shared/report/report-file-name.ts'
import { sanitiseOutline } from '#shared/report/sanitise.ts'
import { chanceFindings, readEvidenceOf } from './evidence-job.ts'
import { checkWord } from './inspect-docx.ts'
import { outlineToDocx } from './outline-to-docx.ts'

export interface ReportOrder extends ReportRequest {
  readonly records: readonly AnyRecord[]
}

export interface WrittenReport {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Notes that the document rests on. */
  readonly notes: number
  /** Characters that Word refuses and that were replaced. */
  readonly changed: number
}

export interface ReportFailure {
  readonly type: 'NothingToReport'
}

/** Parts of the work: chance is drawn in the first, blocks are written in the second. */
const CHANCE_SHARE = 0.4

/**
 * Writes a document: what may be seen, what the data answer of it, the outline, Word, and a last look at the file before
 * anyone gets it. Counts are made on what may be seen, so that a document never says more than its readers may know.
 */
export async function writeReport(
  { records, ...request }: ReportOrder,
  onShare: (share: number) => void,
): Promise<Result<WrittenReport, ReportFailure>> {
  const visible = projectRecords(new Map(records.map((record) => [record.id, record])))
  const notes = [...visible.values()].filter((record) => isKind(record, 'note')).length
  if (notes === 0) return fail({ type: 'NothingToReport' })
  const chance =
    request.type === 'global' ? chanceFindings(visible.values(), (share) => onShare(share * CHANCE_SHARE)) : null
  const outline = buildReport(visible, request, readEvidenceOf(visible.values()), chance)
  const { outline: clean, changed } = sanitiseOutline(outline)
  const bytes = await outlineToDocx(clean, (done, total) =>
    onShare(CHANCE_SHARE + ((1 - CHANCE_SHARE) * done) / Math.max(1, total)),
  )
  await checkWord(bytes)
  return ok({ bytes, fileName: reportFileName(outline), notes, changed })
}
