import type { AnyRecord } from '#shared/model/record.ts'

type Fields = AnyRecord['f']

export const aRecord = (kind: string, id: string, f: Fields = {}): AnyRecord => ({ id, kind, f })

/** A note of « voix » in « séance » on « axe » about « eau », unless told otherwise. */
export const aNote = (id: string, f: Fields = {}): AnyRecord =>
  aRecord('note', id, {
    text: `Propos ${id}.`,
    lang: 'fr',
    session: 'séance',
    axis: 'axe',
    voice: 'voix',
    noteKind: 'observation',
    scope: 'undecided',
    promised: 1,
    'theme:eau': true,
    ...f,
  })

/** Someone who speaks for Africa, with a name, a function and an organisation. */
export const someone = (id: string, f: Fields = {}): readonly AnyRecord[] => [
  aRecord('voice', id, {
    region: 'afrique',
    axis: 'axe',
    level: 1,
    group: `groupe ${id}`,
    person: `personne ${id}`,
    organisation: `organisation ${id}`,
    function: `fonction-${id}`,
    category: 'local-elected',
    gender: 'woman',
    ...f,
  }),
  aRecord('person', `personne ${id}`, { name: `Nom-${id}`, givenName: `Prénom-${id}` }),
  aRecord('organisation', `organisation ${id}`, { name: `Commune-${id}` }),
]

/** One axis, two themes, three sections of which one was consulted, one session, one person. */
export const SMALL: readonly AnyRecord[] = [
  aRecord('consultation', 'processus', { label: 'Eau des villes', lang: 'fr', readings: 'annex', organiser: 'Réseau' }),
  aRecord('axis', 'axe', { label: 'L’eau', short: 'Eau', order: 1 }),
  aRecord('theme', 'eau', { label: 'Prix de l’eau' }),
  aRecord('theme', 'puits', { label: 'Puits' }),
  aRecord('region', 'afrique', { label: 'Afrique', short: 'Afrique', code: 'AFR', state: 'held', order: 1 }),
  aRecord('region', 'noram', { label: 'Amérique du Nord', short: 'NORAM', code: 'NOR', state: 'to-confirm', order: 2 }),
  aRecord('region', 'europe', { label: 'Europe', short: 'Europe', code: 'EUR', state: 'inactive', order: 3 }),
  aRecord('session', 'séance', {
    label: 'Plénière',
    date: '2021-05-10',
    scale: 'regional',
    region: 'afrique',
    state: 'held',
    level: 1,
  }),
  ...someone('voix'),
]
