import type { ChanceFindings } from '#shared/evidence/permutation.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { buildReport, type ReportRequest } from '#shared/report/build-report.ts'
import type { Outline } from '#shared/report/outline.ts'

const DAY = '2021-05-19'

/** The document that an audience gets of these records, counted on what it may see. */
export function reportOf(
  records: Iterable<AnyRecord>,
  request: Partial<ReportRequest> = {},
  chance: ChanceFindings | null = null,
): Outline {
  const visible = projectRecords(new Map([...records].map((record) => [record.id, record])))
  const evidence = readEvidence(evidenceInput(visible.values()))
  return buildReport(visible, { type: 'global', lang: 'fr', date: DAY, ...request }, evidence, chance)
}
