import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { blocksOf, textOf } from './outline-reading.ts'
import { reportOf } from './report-of.ts'
import { aNote, aRecord, SMALL } from './small.ts'

/** Givenname, name, sort key, line in the list, category. */
const PEOPLE = [
  ['Thandi', 'Mkize', undefined, 1, 'local-staff'],
  ['Clara', 'de la Rue', 'Rue', 2, 'civil-society'],
  ['Óscar', 'Ålund', undefined, 3, 'local-elected'],
  ['', 'Wang Min', 'Wang', 4, 'international'],
] as const

/** In an order that is that of no list of people. */
const ORGANISATIONS = ['Caen', 'Arles', 'Dakar', 'Brest']

const voiceOf = (n: number): string => `voix ${n}`

const spoken = (level = 1): readonly AnyRecord[] =>
  PEOPLE.flatMap(([givenName, name, sortKey, order, category], n) => [
    aRecord('voice', voiceOf(n), {
      region: 'afrique',
      axis: 'axe',
      level,
      person: `p ${n}`,
      category,
      group: `g ${n}`,
      organisation: `o ${n}`,
    }),
    aRecord('organisation', `o ${n}`, { name: ORGANISATIONS[n] ?? '' }),
    aRecord('person', `p ${n}`, { givenName, name, order, ...(sortKey === undefined ? {} : { sortKey }) }),
    aNote(`note ${n}`, { voice: voiceOf(n), ...(level === 1 ? {} : { level }) }),
  ])

const session = (listOrder?: string): readonly AnyRecord[] =>
  SMALL.map((record) =>
    record.kind === 'session' && listOrder !== undefined ? { ...record, f: { ...record.f, listOrder } } : record,
  )

function heardIn(listOrder?: string, level = 1): string {
  const minutes = reportOf([...session(listOrder), ...spoken(level)], { type: 'minutes', session: 'séance' })
  const [cover] = blocksOf(minutes, 'cover')
  return textOf(cover?.facts.find(({ label }) => label === 'Prises de parole')?.value ?? [])
}

/** The family names of those whom the minutes list, in their order. */
const listed = (listOrder?: string, level = 1): readonly string[] => {
  const words = heardIn(listOrder, level)
  return PEOPLE.map(([, name]) => name)
    .filter((name) => words.includes(name))
    .toSorted((one, other) => words.indexOf(one) - words.indexOf(other))
}

describe('Who was heard (A000-3)', () => {
  it.each([
    [undefined, ['Ålund', 'Mkize', 'de la Rue', 'Wang Min']],
    ['name', ['Ålund', 'Mkize', 'de la Rue', 'Wang Min']],
    ['source', ['Mkize', 'de la Rue', 'Ålund', 'Wang Min']],
    ['protocol', ['Wang Min', 'Ålund', 'Mkize', 'de la Rue']],
  ])('is listed in the order that the session asks for: %s', (order, names) => {
    expect(listed(order)).toEqual(names)
  })

  it.each(['name', 'source', 'protocol'])('is in the order of the words alone where nobody is named: %s', (order) => {
    expect(listed(order, 3)).toEqual([])
    const words = heardIn(order, 3)
    const places = ['Arles', 'Brest', 'Caen', 'Dakar'].map((organisation) => words.indexOf(organisation))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})
