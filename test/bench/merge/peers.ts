import { readFileSync } from 'node:fs'
import * as A from '@automerge/automerge'
import * as Y from 'yjs'
import { worked } from '../figures.ts'
import { plainFile, type Edit, type Plain } from './files.ts'
import type { Measured } from './measured.ts'

const plains = (folder: string, count: number): readonly Plain[] =>
  Array.from({ length: count }, (_, number) => JSON.parse(readFileSync(plainFile(folder, number), 'utf8')) as Plain)

const measured = async (
  [first, later, again]: readonly (() => unknown)[],
  conflicts: () => number,
): Promise<Measured> => {
  const a = await worked(first ?? (() => {}))
  const b = await worked(later ?? (() => {}))
  const c = await worked(again ?? (() => {}))
  return { a, b, c, conflicts: conflicts(), memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}

type Timed = Readonly<Record<string, unknown>> & { readonly at: number }

/** A map of records by id, of which the one that was written last stays. */
export function measureLast(folder: string, count: number): Promise<Measured> {
  const records = new Map<string, Timed>()
  const file = (notes: Plain['notes'], edits: readonly Edit[]): string => {
    const byId = new Map(notes.map((note): [string, Timed] => [note.id, { ...note, at: 1 }]))
    for (const { note, field, value } of edits) byId.set(note, { ...byId.get(note), [field]: value, at: 2 })
    return JSON.stringify([...byId])
  }
  const files = plains(folder, count).map(({ notes, edits, ours }) => ({
    first: file(notes, []),
    later: file(notes, edits),
    ours,
  }))
  const put = (text: string): void => {
    for (const [id, record] of JSON.parse(text) as [string, Timed][]) {
      if ((records.get(id)?.at ?? 0) < record.at) records.set(id, record)
    }
  }
  const first = (): void => {
    for (const one of files) put(one.first)
  }
  const later = (): void => {
    for (const one of files) put(one.later)
  }
  return measured([first, later, later], () => 0)
}

/** One document that holds everything, each note a map of its own. */
export function measureYjs(folder: string, count: number): Promise<Measured> {
  const sides = plains(folder, count).map(({ notes, edits, ours }) => {
    const doc = new Y.Doc()
    const all = doc.getMap<Y.Map<unknown>>('notes')
    doc.transact(() => {
      for (const { id, ...fields } of notes) all.set(id, new Y.Map(Object.entries(fields)))
    })
    const first = Y.encodeStateAsUpdate(doc)
    doc.transact(() => {
      for (const { note, field, value } of edits) all.get(note)?.set(field, value)
    })
    return { first, later: Y.encodeStateAsUpdate(doc), ours }
  })
  const whole = new Y.Doc()
  const all = whole.getMap<Y.Map<unknown>>('notes')
  const first = (): void => {
    for (const side of sides) Y.applyUpdate(whole, side.first)
    whole.transact(() => {
      for (const { ours } of sides) for (const { note, field, value } of ours) all.get(note)?.set(field, value)
    })
  }
  const later = (): void => {
    for (const side of sides) Y.applyUpdate(whole, side.later)
  }
  // Of two values that were written apart, one is not in the document any more.
  return measured([first, later, later], () => 0)
}

interface Notes extends Record<string, unknown> {
  notes: Record<string, Record<string, unknown>>
}

/** One document per file: one that holds everything takes minutes. Texts are whole values, which never mix. */
export function measureAutomerge(folder: string, count: number): Promise<Measured> {
  const change = (doc: A.Doc<Notes>, edits: readonly Edit[]): A.Doc<Notes> =>
    A.change(doc, ({ notes }) => {
      for (const { note, field, value } of edits) {
        const found = notes[note]
        if (found !== undefined) found[field] = new A.ImmutableString(value)
      }
    })
  const whole = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        typeof value === 'string' ? new A.ImmutableString(value) : value,
      ]),
    )
  const sides = plains(folder, count).map(({ notes, edits, ours }) => {
    const doc = A.from<Notes>({ notes: Object.fromEntries(notes.map(({ id, ...fields }) => [id, whole(fields)])) })
    return { first: A.save(doc), later: A.save(change(A.clone(doc), edits)), ours }
  })
  let docs: A.Doc<Notes>[] = []
  const first = (): void => {
    docs = sides.map((side) => A.merge(A.init<Notes>(), A.load<Notes>(side.first)))
  }
  const later = (): void => {
    docs = docs.map((doc, index) => A.merge(doc, A.load<Notes>(sides[index]?.later ?? new Uint8Array())))
  }
  const correctedThenLater = (): void => {
    docs = docs.map((doc, index) => change(doc, sides[index]?.ours ?? []))
    later()
  }
  const conflicts = (): number =>
    docs.reduce(
      (sum, { notes }) =>
        sum + Object.values(notes).filter((note) => Object.keys(A.getConflicts(note, 'text') ?? {}).length > 1).length,
      0,
    )
  return measured([first, correctedThenLater, later], conflicts)
}
