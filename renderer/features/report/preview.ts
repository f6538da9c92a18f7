import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { buildReport, type ReportRequest } from '#shared/report/build-report.ts'
import type { Outline } from '#shared/report/outline.ts'

/** Notes from which a page would wait for its preview: the document is then only made when it is exported. */
export const MOST_PREVIEWED = 2000

export interface Preview {
  /** Null when there are too many notes. */
  readonly outline: Outline | null
  /** Notes that the rule keeps out of every document. */
  readonly withheld: ReadonlySet<string>
}

/** The document as it would be written, from what its readers may see, but for what chance alone would find. */
export function makePreview(records: Records, request: ReportRequest): Preview {
  const visible = projectRecords(records)
  const notes = [...records.values()].filter((record) => isKind(record, 'note'))
  const withheld = new Set(notes.flatMap(({ id }) => (visible.has(id) ? [] : [id])))
  if (notes.length > MOST_PREVIEWED) return { outline: null, withheld }
  const evidence = readEvidence(evidenceInput(visible.values()))
  return { outline: buildReport(visible, request, evidence, null), withheld }
}
