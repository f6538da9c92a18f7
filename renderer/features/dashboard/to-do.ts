import { follow } from '#shared/evidence/follow.ts'
import { isKind, type Records } from '#shared/model/record.ts'

export const TASKS = ['unsettled', 'undecided', 'quotes', 'outputs', 'silent'] as const
export type TaskId = (typeof TASKS)[number]

/** Something that waits for a person; `of` names the axes or sections it concerns, the most first. */
export interface Task {
  readonly id: TaskId
  readonly count: number
  readonly of: readonly { readonly record: string; readonly count: number }[]
}

const SILENT = new Set<unknown>(['procedure', 'remark'])

/** What is left to do, in the order in which it matters; `silent` are the sections that have given nothing yet. */
export function tasks(records: Records, silent: readonly string[]): readonly Task[] {
  const all = [...records.values()]
  const notes = all.filter((record) => isKind(record, 'note'))
  const axes = all.filter((record) => isKind(record, 'axis'))
  const found: Readonly<Record<TaskId, readonly (string | undefined)[]>> = {
    unsettled: all.filter(({ conflicts }) => conflicts !== undefined).map(({ f }) => axisOf(records, f['axis'])),
    undecided: notes
      .filter(({ f }) => !SILENT.has(f.noteKind) && (f.scope ?? 'undecided') === 'undecided')
      .map(({ f }) => axisOf(records, f.axis)),
    quotes: notes
      .filter(({ f }) => f.noteKind === 'quote' && (f.quoteState ?? 'to-review') === 'to-review')
      .map(({ f }) => axisOf(records, f.axis)),
    outputs: axes.filter(({ f }) => f.output !== undefined && f.outputState === 'to-confirm').map(({ id }) => id),
    silent,
  }
  return TASKS.map((id) => ({ id, count: found[id].length, of: tallied(found[id]) })).filter(({ count }) => count > 0)
}

const axisOf = (records: Records, axis: unknown): string | undefined =>
  typeof axis === 'string' ? follow(records, axis, 'into') : undefined

function tallied(ids: readonly (string | undefined)[]): Task['of'] {
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].map(([record, count]) => ({ record, count })).toSorted((a, b) => b.count - a.count)
}
