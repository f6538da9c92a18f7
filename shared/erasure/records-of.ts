import { ABOUT_PERSON, type RecordDrop } from '../operation/drop.ts'
import { fieldHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import type { Operation, SensitivityClass, Values } from '../operation/operation.ts'

export interface RecordsOf {
  readonly drops: readonly RecordDrop[]
  readonly voices: ReadonlySet<string>
  /** Every name that was ever written for the person. */
  readonly names: readonly { readonly name: string; readonly givenName: string }[]
}

const PERSON: readonly SensitivityClass[] = ['n', 'f', 'o', 'd', 'p']

/** The records about a person, and about those who were joined with them; deleted and withdrawn ones too. */
export function recordsOf(operations: readonly Operation[], fold: FoldState, person: string): RecordsOf {
  const people = joinedWith(fold, person)
  const saying = new Map<string, { readonly kind: string; readonly people: Set<string> }>()
  const names = new Map<string, { name: Set<string>; givenName: Set<string> }>()
  for (const { head, body } of operations) {
    const said = body?.set['person']
    if (typeof said === 'string' && ABOUT_PERSON.has(head.t)) {
      const known = saying.get(head.r) ?? { kind: head.t, people: new Set() }
      saying.set(head.r, { ...known, people: known.people.add(said) })
    }
    if (people.has(head.r)) collectNames(names, head.r, body?.set ?? {})
  }
  const named = [...saying].filter(([, { people: said }]) => [...said].some((one) => people.has(one)))
  const drops = [...[...people].map((id) => dropOf(id, 'person')), ...named.map(([id, { kind }]) => dropOf(id, kind))]
  return {
    drops,
    voices: new Set(named.filter(([, { kind }]) => kind === 'voice').map(([id]) => id)),
    names: [...names.values()].flatMap(({ name, givenName }) =>
      [...name].flatMap((one) =>
        [...(givenName.size === 0 ? [''] : givenName)].map((given) => ({ name: one, givenName: given })),
      ),
    ),
  }
}

const dropOf = (r: string, kind: string): RecordDrop => ({ r, k: ABOUT_PERSON.get(kind) ?? PERSON, why: 'asked' })

function joinedWith(fold: FoldState, person: string): ReadonlySet<string> {
  const people = new Set([person])
  const links = [...fold.records].flatMap(([id, { kind }]) =>
    kind === 'person'
      ? [...fieldHeads(fold, id, 'into').values()].map(({ value }) => [id, String(value)] as const)
      : [],
  )
  for (let size = 0; size !== people.size;) {
    size = people.size
    for (const [one, other] of links) {
      if (people.has(one) && fold.records.get(other)?.kind === 'person') people.add(other)
      if (people.has(other)) people.add(one)
    }
  }
  return people
}

function collectNames(
  names: Map<string, { name: Set<string>; givenName: Set<string> }>,
  id: string,
  { name, givenName }: Values,
): void {
  const known = names.get(id) ?? { name: new Set<string>(), givenName: new Set<string>() }
  if (typeof name === 'string' && name.trim() !== '') known.name.add(name)
  if (typeof givenName === 'string' && givenName.trim() !== '') known.givenName.add(givenName)
  names.set(id, known)
}
