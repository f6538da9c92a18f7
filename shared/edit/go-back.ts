import { classOfField } from '../model/fields.ts'
import type { AnyRecord, Records } from '../model/record.ts'
import { canonical } from '../operation/canonical.ts'
import type { FoldState } from '../operation/fold-state.ts'
import { readDeleted } from '../operation/read-record.ts'
import type { Value } from '../operation/operation.ts'
import { LASTING } from './apply-command.ts'
import { draft, type Writing } from './draft.ts'
import { keptRules, RULES, tightened } from './kept-rules.ts'

/** Where one is, and where one goes back to. */
export interface GoingBack {
  readonly fold: FoldState
  /** What `fold` reads as. */
  readonly now: Records
  /** Records of the former state, without what was destroyed since. */
  readonly former: Records
  /** Whether a record was made on this computer: the others leave with the contributions that brought them. */
  readonly isOwn: (record: string) => boolean
  readonly newId: () => string
}

/**
 * The writings that make records what they were: nothing is taken out of the history, so this can be undone. A rule that
 * holds a record now, or held it then, stays at its strictest; what this version of the program does not know is left.
 */
export function goBack({ fold, now, former, isOwn, newId }: GoingBack): readonly Writing[] {
  const rules = keptRules(fold, now, former, newId)
  const back = [...former.values()].flatMap((record) => restored(fold, now.get(record.id), rules.held(record)))
  const away = [...now.values()]
    .filter(({ id, kind }) => !former.has(id) && isOwn(id) && !LASTING.has(kind))
    .map(({ id, kind }) => ({ record: id, kind, remove: true as const }))
  return [...rules.drafts(), ...back, ...away]
}

function restored(fold: FoldState, now: AnyRecord | undefined, former: AnyRecord): readonly Writing[] {
  const { id, kind } = former
  // A record whose kind is disputed shows nothing, whatever is written in it.
  if ((fold.records.get(id)?.kind ?? kind) !== kind) return []
  const putAway = now === undefined ? readDeleted(fold, id) : null
  const standing = now ?? putAway ?? { id, kind, f: {} }
  const set: Record<string, Value> = {}
  const sides: Writing[] = []
  for (const field of fieldsOf(former, standing)) {
    const values = valuesIn(former, field)
    if (canonical(values) === canonical(valuesIn(standing, field))) continue
    if (values.length > 1) sides.push({ record: id, kind, field, sides: values })
    else set[field] = values[0] ?? null
  }
  Object.assign(set, tightened(fold, former))
  if (putAway !== null) set['deleted'] = null
  return Object.keys(set).length > 0 ? [draft(kind, id, set), ...sides] : sides
}

/** Fields that this program may write, rules left out. */
const fieldsOf = (...records: readonly AnyRecord[]): readonly string[] => {
  const fields = new Set(records.flatMap(({ f, conflicts = {} }) => [...Object.keys(f), ...Object.keys(conflicts)]))
  const kind = records[0]?.kind ?? ''
  return [...fields].filter((field) => !RULES.has(field) && classOfField(kind, field) !== undefined)
}

const valuesIn = ({ f, conflicts }: AnyRecord, field: string): readonly Value[] =>
  conflicts?.[field] ?? (f[field] === undefined ? [] : [f[field]])
