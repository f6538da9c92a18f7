import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { Origin, Side } from '#shared/merge/origins.ts'
import type { Records } from '#shared/model/record.ts'
import type { Value } from '#shared/operation/operation.ts'

/** All that two sides say differently of one record. */
export interface ConflictCase {
  readonly record: string
  readonly kind: string
  readonly fields: readonly Conflict[]
}

export function casesOf(conflicts: readonly Conflict[]): readonly ConflictCase[] {
  const byRecord = new Map<string, Conflict[]>()
  for (const conflict of conflicts) {
    const known = byRecord.get(conflict.record)
    if (known === undefined) byRecord.set(conflict.record, [conflict])
    else known.push(conflict)
  }
  return [...byRecord].map(([record, fields]) => ({ record, kind: fields[0]?.kind ?? '', fields }))
}

/** What stands side by side here, whatever brought it; ours is known once the journal has told who wrote what. */
export const standingConflicts = (records: Records, origins: readonly Origin[] = []): readonly Conflict[] => {
  const sidesOf = new Map(origins.map((origin) => [keyOf(origin), origin.sides]))
  return [...records.values()].flatMap(({ id, kind, conflicts = {} }) =>
    Object.entries(conflicts).map(([field, values]) => {
      const ours = (sidesOf.get(keyOf({ record: id, field })) ?? []).filter(({ isOurs }) => isOurs)
      const [only] = ours
      const isOne = ours.length === 1 && values.some((value) => same(value, only?.value ?? null))
      return { record: id, kind, field, values, ours: isOne ? only?.value : undefined, standing: true }
    }),
  )
}

const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The versions of a field, ours first when this workspace said one thing. */
export const versionsOf = ({ values, ours }: Conflict): readonly Value[] =>
  ours === undefined ? values : [ours, ...values.filter((value) => !same(value, ours))]

/** Where a version was written, when that is known. */
export const sideOf = (origin: Origin | undefined, value: Value | undefined): Side | undefined =>
  value === undefined ? undefined : origin?.sides.find((side) => same(side.value, value))

/** One of the versions, by its place among `versionsOf`, or a third that a person writes. */
export type Choice = number | { readonly third: string }

/** What was chosen for each field; a field without choice keeps all its versions. */
export type Choices = ReadonlyMap<string, Choice>

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

export function choose(choices: Choices, conflict: Conflict, choice: Choice | null): Choices {
  const next = new Map(choices)
  if (choice === null) next.delete(keyOf(conflict))
  else next.set(keyOf(conflict), choice)
  return next
}

/** Texts that a person has written: their words are compared, and a third version can be written of them. */
const WRITTEN = new Set(['text', 'translation', 'scopeReason', 'reason', 'label', 'addressee', 'basis'])

export const isWritten = ({ field, values }: Pick<Conflict, 'field' | 'values'>): boolean =>
  WRITTEN.has(field) && values.every((value) => typeof value === 'string' || value === null)

/** Begins a third version with the words of the one that was chosen, else of the first that has any. */
export function beginThird(choices: Choices, conflict: Conflict): Choices {
  const [chosen, versions] = [choices.get(keyOf(conflict)), versionsOf(conflict)]
  if (typeof chosen === 'object') return choices
  const said = [versions[chosen ?? 0], ...versions].find((value) => typeof value === 'string')
  return choose(choices, conflict, { third: typeof said === 'string' ? said : '' })
}

export interface Settled {
  readonly record: string
  readonly field: string
  readonly value: Exclude<Value, readonly unknown[]>
}

const isSingle = (value: Value | undefined): value is Settled['value'] => value !== undefined && !Array.isArray(value)

/** What is to be written down of the choices; a third version without words is none. */
export const settledBy = (conflicts: readonly Conflict[], choices: Choices): Settled[] =>
  conflicts.flatMap((conflict) => {
    const value = valueChosen(conflict, choices)
    return isSingle(value) ? [{ record: conflict.record, field: conflict.field, value }] : []
  })

function valueChosen(conflict: Conflict, choices: Choices): Value | undefined {
  const choice = choices.get(keyOf(conflict))
  if (typeof choice === 'object') return choice.third.trim() === '' ? undefined : choice.third
  return choice === undefined ? undefined : versionsOf(conflict)[choice]
}

/** Records that keep several versions side by side. */
export const leftUnsettled = (cases: readonly ConflictCase[], choices: Choices): number =>
  cases.filter(({ fields }) => fields.some((conflict) => !isSingle(valueChosen(conflict, choices)))).length
