import type { AnyRecord } from '#shared/model/record.ts'

type Fields = AnyRecord['f']

const of =
  (kind: string) =>
  (id: string, f: Fields = {}): AnyRecord => ({ id, kind, f })

export const aRegion = of('region')
export const anAxis = of('axis')
export const aTheme = of('theme')
export const aSession = of('session')
export const aVoice = of('voice')
export const anOrganisation = of('organisation')
export const aPerson = of('person')

const THE_SPEAKER = { session: 'séance', axis: 'axe', voice: 'voix' }

/** A note of the one voice, on the one axis, in the one session, on « eau », unless told otherwise. */
export const aNote = (id: string, f: Fields = {}): AnyRecord => ({
  id,
  kind: 'note',
  f: { ...THE_SPEAKER, 'theme:eau': true, ...f },
})

/** A note without some of its fields. */
export const without = (note: AnyRecord, ...fields: readonly string[]): AnyRecord => ({
  ...note,
  f: Object.fromEntries(Object.entries(note.f).filter(([field]) => !fields.includes(field))),
})

/** The same record while two values of a field wait for a person. */
export const unsettled = (record: AnyRecord, field: string): AnyRecord => ({
  ...without(record, field),
  conflicts: { [field]: ['a', 'b'] },
})

/** One axis, one theme, one region with its own session, and one voice of it. */
export const BASE: readonly AnyRecord[] = [
  anAxis('axe'),
  aTheme('eau'),
  aRegion('Afrique', { state: 'held' }),
  aSession('séance', { scale: 'regional', region: 'Afrique' }),
  aVoice('voix', { region: 'Afrique', axis: 'axe', group: 'groupe', person: 'personne' }),
]
