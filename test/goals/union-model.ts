import { classOfField } from '#shared/model/fields.ts'
import type { Records } from '#shared/model/record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'

/** Rules outlive what they were laid down for; alone they make no record. */
const RULED: ReadonlySet<string> = new Set(['level', 'promised', 'consent', 'withdrawn'])

/**
 * What a set of operations says by definition: the values of each field by the operations that none of them replaces, and
 * the records put away by someone who had read all that stands in them.
 */
export class UnionModel {
  readonly #standing = new Map<string, Map<string, string>>()
  readonly #fields: number
  readonly #away = new Map<string, 'away' | 'kept'>()

  constructor(operations: Iterable<Operation>, isDropped: (operation: Operation) => boolean) {
    const all = [...operations]
    const replaced = new Set(all.flatMap(replacedBy))
    for (const operation of all) {
      const { id, head, body } = operation
      const isSilent = isDropped(operation)
      for (const [field, value] of Object.entries(body?.set ?? {})) {
        const isTold = !isSilent || LASTING.has(field)
        const isOwn = classOfField(head.t, field) === head.k
        const key = keyOf(head.r, field)
        if (!isTold || !isOwn || replaced.has(`${key} ${id}`)) continue
        const standing = this.#standing.get(key) ?? new Map<string, string>()
        this.#standing.set(key, standing.set(id, JSON.stringify(value)))
      }
    }
    this.#fields = this.#standing.size
    const byId = new Map(all.map((operation) => [operation.id, operation]))
    for (const [key, standing] of this.#standing) if (key.endsWith(' deleted')) this.#judgeAway(key, standing, byId)
  }

  #judgeAway(key: string, standing: ReadonlyMap<string, string>, byId: ReadonlyMap<string, Operation>): void {
    const record = key.slice(0, key.indexOf(' '))
    const others = [...this.#standing].filter(([other]) => other.startsWith(`${record} `) && other !== key)
    const isShown = others.some(
      ([other, values]) =>
        !RULED.has(other.slice(record.length + 1)) && [...values.values()].some((said) => said !== 'null'),
    )
    const written = others.flatMap(([, ids]) => [...ids.keys()])
    const hasReadAll = (deletion: string): boolean => {
      const seen = new Map(Object.entries(byId.get(deletion)?.head.seen ?? {}))
      return written.every((id) => seen.get(byId.get(id)?.head.k ?? 'c')?.includes(id) ?? true)
    }
    const deletions = [...standing].flatMap(([id, value]) => (value === 'true' ? [id] : []))
    const isAway = deletions.some(hasReadAll)
    // Of what was wholly taken back nothing is left to keep.
    if (deletions.length > 0 && (isAway || isShown)) this.#away.set(record, isAway ? 'away' : 'kept')
  }

  /** Fields with values that differ, and records that an edit kept from being put away. */
  get interesting(): { readonly unsettled: number; readonly kept: number } {
    const unsettled = [...this.#standing.values()].filter((standing) => new Set(standing.values()).size > 1).length
    return { unsettled, kept: [...this.#away.values()].filter((how) => how === 'kept').length }
  }

  /** What is wrong with the records that are shown, as far as putting away goes. */
  wronglyAway(records: Records): string | null {
    for (const [id, how] of this.#away) {
      const record = records.get(id)
      if (how === 'away' && record !== undefined) return 'a record that was put away is shown'
      if (how === 'kept' && record?.kept !== true) return 'an edit does not survive a deletion that had not seen it'
    }
    const marked = [...records.values()].filter(({ kept }) => kept === true)
    return marked.every(({ id }) => this.#away.get(id) === 'kept') ? null : 'a record is marked as kept for nothing'
  }

  /** The first field that a state sees otherwise, null when there is none. */
  differenceFrom(fold: FoldState): string | null {
    let fields = 0
    for (const [record, state] of fold.records) {
      for (const [field, { heads }] of state.fields) {
        if (heads.size === 0) continue
        fields += 1
        const expected = this.#standing.get(keyOf(record, field))
        const isSame =
          expected?.size === heads.size &&
          [...heads].every(([id, { value }]) => expected.get(id) === JSON.stringify(value))
        if (!isSame) return `${field} of a ${state.kind} is not the union`
      }
    }
    return fields === this.#fields ? null : `${this.#fields - fields} fields are missing`
  }
}

const keyOf = (record: string, field: string): string => `${record} ${field}`

/** A consent withdrawn is never taken up again. */
const replacedBy = ({ head }: Operation): readonly string[] =>
  Object.entries(head.o ?? {}).flatMap(([field, ids]) =>
    field === 'withdrawn' ? [] : ids.map((id) => `${keyOf(head.r, field)} ${id}`),
  )

/** What stays in force of words that are destroyed. */
const LASTING: ReadonlySet<string> = new Set(['level', 'consent', 'withdrawn', 'deleted'])
