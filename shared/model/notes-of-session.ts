import { isKind, type Note, type Records } from './record.ts'

/** In the order they were begun: by the first key, then by id, the same on every computer. */
export const asBegun = (a: Note, b: Note): number => (a.f.at ?? 0) - (b.f.at ?? 0) || (a.id < b.id ? -1 : 1)

/** Notes of a session in the order they were begun. */
export const notesOfSession = (records: Records, session: string): readonly Note[] =>
  [...records.values()]
    .filter((record): record is Note => isKind(record, 'note') && record.f.session === session)
    .toSorted(asBegun)
