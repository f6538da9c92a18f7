import { describe, expect, it } from 'vitest'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { CATEGORIES, NOTE_KINDS } from '#shared/process/lists.ts'
import { decodeSample } from '#shared/process/sample.ts'
import type { Sample } from '#shared/process/sample.ts'
import { resource, shipped } from './shipped.ts'
import { sampleInput } from './sample-input.ts'

const json = resource('samples/forum.json') as Sample
const read = decodeSample(json)
if (!read.ok) throw new Error(read.failure.issues.join('\n'))
const sample = read.value
const keys = (template: 'axis' | 'session'): readonly string[] =>
  shipped('001')
    .records.filter((record) => record.kind === template)
    .map((record) => record.key.replace(`${template}.`, ''))

describe('the sample consultation', () => {
  it('has 240 notes or more, none twice, in seven languages', () => {
    expect(sample.notes.length).toBeGreaterThanOrEqual(240)
    expect(new Set(sample.notes.map((note) => note.text)).size).toBe(sample.notes.length)
    const languages = new Set(sample.notes.map((note) => note.lang))
    expect([...languages].toSorted()).toEqual(['ar', 'en', 'es', 'fr', 'pt', 'ru', 'tr'])
  })

  it('hears every category of actor and uses every kind of note', () => {
    expect(new Set(sample.persons.map((person) => person.category))).toEqual(new Set(CATEGORIES))
    expect(new Set(sample.notes.map((note) => note.kind))).toEqual(new Set(NOTE_KINDS))
  })

  it('stands on its template: its axes, its four global sessions', () => {
    const axes = new Set(keys('axis'))
    expect(sample.template).toBe('001')
    expect(
      [...sample.sessions, ...sample.notes, ...sample.themes].flatMap(axesOf).every((axis) => axes.has(axis)),
    ).toBe(true)
    const global = sample.sessions.filter((session) => session.scale === 'global').map((session) => session.key)
    expect(global).toEqual(keys('session'))
  })

  it('puts every note on an axis of its session, within its hours', () => {
    const sessions = new Map(sample.sessions.map((session) => [session.key, session]))
    const strays = sample.notes.filter((note) => {
      const session = sessions.get(note.session)
      return (
        session === undefined || !session.axes.includes(note.axis) || note.at < session.start || note.at > session.end
      )
    })
    expect(strays).toEqual([])
  })

  it('never consulted North America, which speaks in global sessions only', () => {
    expect(sample.regionStates.NOR).toBe('to-confirm')
    expect(sample.sessions.some((session) => session.region === 'NOR')).toBe(false)
  })

  it('gives every recommendation a class and someone to address', () => {
    const bare = sample.notes.filter(
      (note) =>
        note.kind === 'recommendation' && (note.recommendationClass === undefined || note.addressee === undefined),
    )
    expect(bare).toEqual([])
  })

  it.each([
    ['a person', { ...json, notes: [{ ...json.notes[0], person: 'nobody' }] }],
    ['a theme', { ...json, notes: [{ ...json.notes[0], themes: ['nothing'] }] }],
    ['an organisation', { ...json, persons: [...json.persons, { ...json.persons[0], organisation: 'none' }] }],
  ])('is refused when it names %s that it does not hold', (_, broken) => {
    expect(decodeSample(broken)).toMatchObject({ ok: false, failure: { type: 'not-a-sample' } })
  })
})

describe('what the sample shows', () => {
  const evidence = readEvidence(sampleInput(sample))
  const kindOf = new Map(evidence.readings.map((reading) => [reading.theme, reading.kind]))
  const reading = (theme: string) => evidence.readings.find((one) => one.theme === theme)

  it.each(['accountability', 'basic-services', 'housing', 'climate-finance'])('a trend: %s', (theme) => {
    expect(kindOf.get(theme)).toBe('trend')
  })

  it.each([
    ['customary-authorities', 'AFR'],
    ['neighbourhood-committees', 'EUA'],
    ['care-systems', 'LAT'],
    ['refugees', 'MEW'],
    ['sea-level', 'ASP'],
  ])('a specificity: %s, of %s', (theme, region) => {
    expect(reading(theme)).toMatchObject({ kind: 'supported-specificity', specificTo: [region] })
  })

  it('a divergence on the price of water, a theme shared by two sections, a signal, a theme raised once', () => {
    const kinds = ['water-pricing', 'land-rights', 'informal-economy', 'local-media'].map((theme) => kindOf.get(theme))
    expect(kinds).toEqual(['divergence', 'shared', 'signal', 'once'])
  })

  it('a trend that Eurasia did not mention, and North America too silent to conclude', () => {
    expect(reading('climate-finance')?.notRecordedIn).toEqual(['EUA'])
    for (const axis of keys('axis')) expect(evidence.voicesByAxisRegion[axis]?.['NOR']).toBeLessThan(5)
  })
})

function axesOf(
  item: { readonly axis?: string | undefined } | { readonly axes: readonly string[] },
): readonly string[] {
  if ('axes' in item) return item.axes
  return item.axis === undefined ? [] : [item.axis]
}
