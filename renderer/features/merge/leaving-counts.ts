import { outOfScope, type Scope } from '#shared/exchange/scope.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { exposureOf } from '#shared/privacy/exposure.ts'
import { levelOfConsultation, levelOfNote, type Level } from '#shared/privacy/levels.ts'
import { LEVELS } from '#shared/process/lists.ts'

export interface LeavingCounts {
  /** Notes that leave, by the rule each is held to. */
  readonly byLevel: readonly { readonly level: Level; readonly count: number }[]
  readonly leaving: number
  /** Notes of the scope that the rule keeps here. */
  readonly withheld: number
  /** Notes that the scope leaves out. */
  readonly outside: number
  /** Texts of synthesis that leave. */
  readonly syntheses: number
}

/** How many notes would leave for any audience, by the level that decides what leaves of each. */
export function leavingCounts(records: Records, scope: Scope): LeavingCounts {
  const [exposure, consultation] = [exposureOf(records), levelOfConsultation(records)]
  const left = outOfScope(records, scope)
  const counts = new Map<Level, number>()
  const tally = { withheld: 0, outside: 0, syntheses: 0 }
  for (const record of records.values()) {
    if (record.kind === 'synthesis' && !left.has(record.id)) tally.syntheses += 1
    if (!isKind(record, 'note')) continue
    const level = levelOfNote(records, record, consultation)
    if (left.has(record.id)) tally.outside += 1
    else if (exposure.has(record.id)) counts.set(level, (counts.get(level) ?? 0) + 1)
    else tally.withheld += 1
  }
  const byLevel = LEVELS.flatMap((level) => {
    const count = counts.get(level) ?? 0
    return count === 0 ? [] : [{ level, count }]
  })
  return { byLevel, leaving: byLevel.reduce((sum, { count }) => sum + count, 0), ...tally }
}
