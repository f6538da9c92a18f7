import type { ReportRefused } from '#shared/contract/archive-contract.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/report-request.ts'
import { labelKey } from '#shared/programme/label-index.ts'

interface Asked {
  readonly type: ReportRequest['type']
  readonly lang: ReportRequest['lang']
  readonly region?: string | undefined
  readonly axis?: string | undefined
  readonly session?: string | undefined
}

const NEEDED = {
  regional: { kind: 'region', failure: 'RegionNeeded' },
  thematic: { kind: 'axis', failure: 'AxisNeeded' },
  session: { kind: 'session', failure: 'SessionNeeded' },
  minutes: { kind: 'session', failure: 'SessionNeeded' },
} as const

export interface Subject {
  readonly type: Asked['type']
  readonly lang: Asked['lang']
  readonly region?: string
  readonly axis?: string
  readonly session?: string
}

/** Finds what a report is about by any of its names: label in any language, short name, code, order, id. */
export function chooseSubject(records: Records, asked: Asked): Result<Subject, ReportRefused> {
  const { type, lang } = asked
  if (type === 'global') return ok({ type, lang })
  const { kind, failure } = NEEDED[type]
  const candidates = [...records.values()].filter((record) => record.kind === kind)
  const found = candidates.find((record) => asked[kind] !== undefined && isNamed(record, asked[kind]))
  if (found !== undefined) return ok({ type, lang, [kind]: found.id })
  return fail({ type: failure, known: candidates.map(nameOf) })
}

/** What a record is called on a command line. */
export const nameOf = ({ f }: AnyRecord): string => String(f['code'] ?? f['short'] ?? f['label'] ?? '')

export const isNamed = (record: AnyRecord, name: string): boolean =>
  record.id === name ||
  Object.entries(record.f).some(
    ([field, value]) =>
      /^(label|short|code|variant|order)(:|$)/.test(field) && labelKey(String(value)) === labelKey(name),
  )
