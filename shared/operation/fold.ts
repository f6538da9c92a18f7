import { classOfField } from '../model/fields.ts'
import {
  CLAIMED_TWICE,
  fieldState,
  ownRecord,
  type Announcement,
  type FieldHead,
  type FoldState,
  type RecordState,
} from './fold-state.ts'
import { ABOUT_PERSON, addErased, isDropped, RULES, type Drop, type RecordDrop } from './drop.ts'
import type { Head, Operation, SensitivityClass, Values } from './operation.ts'
import { UPCASTERS, type Upcasters } from './upcast.ts'

/** An operation that carries a known field in another class than the field's own is not believed. */
const isTrusted = (kind: string, field: string, given: SensitivityClass): boolean => {
  const expected = classOfField(kind, field)
  return expected === undefined || expected === given
}

/**
 * Takes one operation in, in any order and any number of times. Heads of a field are the operations that set it and that
 * no known operation replaces; an operation replaces what its head names even when its own body is withheld. One that is
 * set aside, or of a version that nobody here can read, waits.
 */
export function addOperation(fold: FoldState, given: Operation, upcasters: Upcasters = UPCASTERS): void {
  const { id } = given
  if (fold.aside.has(id)) return
  const before = fold.known.get(id)
  const isSilent = isDropped(fold, given)
  const saidBy = ({ body, rules }: Operation): Values | undefined => body?.set ?? (isSilent ? rules : undefined)
  const isFull = saidBy(given) !== undefined
  if (before === 'full' || (before === 'bare' && !isFull)) return
  fold.known.set(id, isFull ? 'full' : 'bare')
  const operation = upcasters.get(given.head.v)?.(given)
  if (operation === undefined) return
  const { head } = operation
  const said = saidBy(operation)
  const kind = claimedKind(head)
  const record = ownRecord(fold, head.r, kind)
  if (kind !== record.kind) record.kind = CLAIMED_TWICE
  if (before === undefined) replace(record, operation)
  if (said === undefined) return
  noteAbout(fold, operation, said)
  setValues(record, operation, said, isDropped(fold, given))
}

/** What is about someone who was erased is erased as well, also when it was made where nobody knew. */
function noteAbout(fold: FoldState, { head }: Operation, { person }: Values): void {
  const classes = ABOUT_PERSON.get(head.t)
  if (classes === undefined || typeof person !== 'string' || head.k !== 'n') return
  fold.about.set(person, new Set([...(fold.about.get(person) ?? []), head.r]))
  const why = fold.erased.get(person)?.get('n')
  if (why !== undefined) eraseClasses(fold, { r: head.r, k: classes, why }, new Set())
}

/** The consultation's own record is what it is, whatever an operation claims: its level holds every note. */
const claimedKind = (head: Head): string => (head.r === head.c ? 'consultation' : head.t)

function replace(record: RecordState, { head }: Operation): void {
  for (const [field, ids] of Object.entries(head.o ?? {})) {
    // A consent withdrawn is never taken up again: it takes a new one, or anyone could loosen by taking back.
    if (field === 'withdrawn') continue
    const state = fieldState(record, field)
    state.replaced ??= new Set()
    for (const id of ids) {
      state.replaced.add(id)
      state.heads.delete(id)
    }
  }
}

function setValues(record: RecordState, { id, head }: Operation, given: Values, isSilent: boolean): void {
  const set = trustedOf(head, given)
  for (const [field, value] of Object.entries(set)) {
    if (isSilent && !RULES.has(field)) continue
    const { heads, replaced } = fieldState(record, field)
    const written: FieldHead = { value, class: head.k, ...(head.g === undefined ? {} : { genesis: head.g }) }
    if (replaced?.has(id) !== true) heads.set(id, written)
  }
  if (set['deleted'] === true) record.deletions.set(id, head.seen ?? {})
  const announced = announcedBy(set)
  if (announced !== null && head.t === 'note') record.promises.set(id, announced)
  if (Object.hasOwn(set, 'level') && classOfField(head.t, 'level') !== undefined) {
    const level = typeof set['level'] === 'number' ? set['level'] : 0
    const consent = typeof set['consent'] === 'string' ? set['consent'] : null
    record.levels.set(id, { level, over: head.o?.['level'] ?? [], consent })
  }
}

/** Nearly always all of them: nothing is copied then. */
function trustedOf({ t, k }: Head, given: Values): Values {
  if (Object.keys(given).every((field) => isTrusted(t, field, k))) return given
  return Object.fromEntries(Object.entries(given).filter(([field]) => isTrusted(t, field, k)))
}

function announcedBy({ promised, session, segment }: Values): Announcement | null {
  const level = typeof promised === 'number' ? promised : 0
  if (level === 0 && typeof session !== 'string' && typeof segment !== 'string') return null
  return {
    level,
    session: typeof session === 'string' ? session : null,
    segment: typeof segment === 'string' ? segment : null,
  }
}

/** Destroys what an operation said, for good; what it replaced stays replaced. Arriving again, it stays silent. */
export const dropOperation = (fold: FoldState, id: string): readonly string[] => dropOperations(fold, [id])

/** Destroys words for good, in one pass over the records; gives the records that said something of them. */
export function dropOperations(fold: FoldState, drops: Iterable<Drop>): readonly string[] {
  const ids = new Set<string>()
  const touched = new Set<string>()
  for (const drop of drops) {
    if (typeof drop !== 'string') eraseClasses(fold, drop, touched)
    else if (!fold.dropped.has(drop)) ids.add(drop)
  }
  for (const id of ids) fold.dropped.add(id)
  const told = new Set([...ids].filter((id) => fold.known.get(id) === 'full'))
  if (told.size > 0) {
    for (const [id, record] of fold.records) {
      if (says(record, (op) => told.has(op))) silence(fold, id, touched, (op) => told.has(op))
    }
  }
  return [...touched]
}

function eraseClasses(fold: FoldState, drop: RecordDrop, touched: Set<string>): void {
  const classes = addErased(fold.erased, drop)
  const record = fold.records.get(drop.r)
  const isErased = (_: string, head: FieldHead): boolean => classes.has(head.class)
  if (record !== undefined && says(record, isErased)) silence(fold, drop.r, touched, isErased)
  const why = classes.get('n')
  if (why === undefined) return
  for (const r of fold.about.get(drop.r) ?? []) {
    const k = ABOUT_PERSON.get(fold.records.get(r)?.kind ?? '') ?? ['n', 'f', 'o']
    eraseClasses(fold, { r, k, why }, touched)
  }
}

type Which = (operation: string, head: FieldHead) => boolean

function says(record: RecordState, which: Which): boolean {
  for (const [field, { heads }] of record.fields) {
    if (!RULES.has(field)) for (const [id, head] of heads) if (which(id, head)) return true
  }
  return false
}

function silence(fold: FoldState, id: string, touched: Set<string>, which: Which): void {
  touched.add(id)
  for (const [field, { heads }] of ownRecord(fold, id, '').fields) {
    if (RULES.has(field)) continue
    for (const [operation, head] of heads) if (which(operation, head)) heads.delete(operation)
  }
}

/** Heads that count: a person's beat every template's, and a newer template's beat an older one's. */
export function currentHeads(heads: ReadonlyMap<string, FieldHead>): readonly (readonly [string, FieldHead])[] {
  const all = [...heads]
  const byPersons = all.filter(([, head]) => head.genesis === undefined)
  if (byPersons.length > 0) return byPersons
  const newest = Math.max(...all.map(([, head]) => head.genesis ?? 0))
  return all.filter(([, head]) => head.genesis === newest)
}

/** Ids of the operations that a new writing of this field replaces: all that its author has before their eyes. */
export function headsOf(fold: FoldState, recordId: string, field: string): readonly string[] {
  const record = fold.records.get(recordId)
  if (record === undefined) return []
  // A loosening must name every former writing of the level, or one that it forgot would stay in force.
  if (field === 'level') return [...record.levels.keys()].toSorted()
  return [...(record.fields.get(field)?.heads.keys() ?? [])].toSorted()
}

/** Operations that set a field and that none replaces, templates' included. */
export const fieldHeads = (fold: FoldState, recordId: string, field: string): ReadonlyMap<string, FieldHead> =>
  fold.records.get(recordId)?.fields.get(field)?.heads ?? new Map<string, FieldHead>()

/** Operations that still say something, by class: what a deletion lists as seen. */
export function liveHeads(record: RecordState): Partial<Record<SensitivityClass, readonly string[]>> {
  const byClass: Partial<Record<SensitivityClass, Set<string>>> = {}
  for (const [field, { heads }] of record.fields) {
    if (field === 'deleted') continue
    for (const [id, head] of heads) (byClass[head.class] ??= new Set()).add(id)
  }
  return Object.fromEntries(Object.entries(byClass).map(([k, ids]) => [k, [...ids].toSorted()]))
}
