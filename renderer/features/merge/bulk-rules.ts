import { type Choices, choose, type ConflictCase, keyOf, versionsOf } from './conflict-cases.ts'

/** One answer for every case that has none yet: which side, and of which fields. */
export const BULK_RULES = ['here', 'file', 'scopeHere', 'scopeFile'] as const
export type BulkRule = (typeof BULK_RULES)[number]

/** What a person decides of a note, beside what it says. */
const QUALIFYING = new Set(['scope', 'scopeReason'])

export interface BulkPlan {
  readonly rule: BulkRule
  readonly cases: number
  readonly fields: number
  readonly choices: Choices
}

/**
 * What a rule would choose. It leaves alone what was chosen, and every field where « here » and « the file » are not two
 * versions: which of three is meant, nobody can tell.
 */
export function bulkPlan(rule: BulkRule, cases: readonly ConflictCase[], choices: Choices): BulkPlan {
  const isScope = rule === 'scopeHere' || rule === 'scopeFile'
  const version = rule === 'here' || rule === 'scopeHere' ? 0 : 1
  let [next, count, fields] = [choices, 0, 0]
  for (const { fields: conflicts } of cases) {
    const meant = conflicts.filter(
      (conflict) =>
        conflict.ours !== undefined &&
        versionsOf(conflict).length === 2 &&
        !choices.has(keyOf(conflict)) &&
        (!isScope || QUALIFYING.has(conflict.field)),
    )
    for (const conflict of meant) next = choose(next, conflict, version)
    count += meant.length > 0 ? 1 : 0
    fields += meant.length
  }
  return { rule, cases: count, fields, choices: next }
}
