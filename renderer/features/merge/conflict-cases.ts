import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { Value } from '#shared/operation/operation.ts'

/** All that two sides say differently of one record. */
export interface ConflictCase {
  readonly record: string
  readonly kind: string
  readonly fields: readonly Conflict[]
}

export const casesOf = (conflicts: readonly Conflict[]): readonly ConflictCase[] =>
  [...new Set(conflicts.map(({ record }) => record))].map((record) => {
    const fields = conflicts.filter((conflict) => conflict.record === record)
    return { record, kind: fields[0]?.kind ?? '', fields }
  })

const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The versions of a field, ours first when this workspace said one thing. */
export const versionsOf = ({ values, ours }: Conflict): readonly Value[] =>
  ours === undefined ? values : [ours, ...values.filter((value) => !same(value, ours))]

/** Which version was chosen for each field, by its place among `versionsOf`; a field without choice keeps all. */
export type Choices = ReadonlyMap<string, number>

export const keyOf = ({ record, field }: Pick<Conflict, 'record' | 'field'>): string => `${record} ${field}`

/** The same answer for every field of a record; `null` leaves all versions side by side. */
export function chooseAll(choices: Choices, { fields }: ConflictCase, version: number | null): Choices {
  const next = new Map(choices)
  for (const conflict of fields) {
    if (version === null || version >= versionsOf(conflict).length) next.delete(keyOf(conflict))
    else next.set(keyOf(conflict), version)
  }
  return next
}

export function choose(choices: Choices, conflict: Conflict, version: number | null): Choices {
  const next = new Map(choices)
  if (version === null) next.delete(keyOf(conflict))
  else next.set(keyOf(conflict), version)
  return next
}

export interface Settled {
  readonly record: string
  readonly field: string
  readonly value: Exclude<Value, readonly unknown[]>
}

const isSingle = (value: Value | undefined): value is Settled['value'] => value !== undefined && !Array.isArray(value)

/** What the merge must write down of the choices. */
export const settledBy = (conflicts: readonly Conflict[], choices: Choices): Settled[] =>
  conflicts.flatMap((conflict) => {
    const version = choices.get(keyOf(conflict))
    const value = version === undefined ? undefined : versionsOf(conflict)[version]
    return isSingle(value) ? [{ record: conflict.record, field: conflict.field, value }] : []
  })

/** Records that keep several versions side by side. */
export const leftUnsettled = (cases: readonly ConflictCase[], choices: Choices): number =>
  cases.filter(({ fields }) => fields.some((conflict) => !choices.has(keyOf(conflict)))).length
