import { describe, expect, it } from 'vitest'
import { equivalentsIn } from '#shared/merge/equivalents.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const fresh = (told: Workspace, ...words: string[]) => new Set(words.map((one) => told.id(one)))

/** What is asked of a consultation where some records have just come. */
const asked = (told: Workspace, came: ReadonlySet<string> = new Set()) => equivalentsIn(told.device.records, came)

function twoThemes(one: string, other: string, more: Record<string, string> = {}) {
  const told = aWorkspace()
    .save('theme', 'ici', { label: one })
    .save('theme', 'là-bas', { label: other, ...more })
  return { told, found: asked(told, fresh(told, 'là-bas')) }
}

describe('Themes that look like one', () => {
  it.each([
    ['Gestion de l’eau', 'gestion des EAUX', 'same'],
    ['Villes intermédiaires', 'Villes intermediaire', 'same'],
    ['Démocratie participative', 'Démocratie participatives locale', 'alike'],
    ['Eau', 'Eau potable', 'within'],
    ['المياه الجوفية', 'المياه الجوفيّة', 'same'],
  ])('« %s » and « %s » are asked about', (one, other, likeness) => {
    const { told, found } = twoThemes(one, other)
    const [record, into] = [told.id('là-bas'), told.id('ici')]
    expect(found).toEqual([{ kind: 'theme', record, into, likeness, notes: 0 }])
  })

  it.each([
    ['Objectif 11', 'Objectif 12'],
    ['Coopération nationale', 'Coopération internationale'],
    ['Finances locales', 'Fiscalité locale'],
    ['Logement', 'Transport'],
    ['Femmes', 'Hommes'],
    ['Budget participatif', 'Budget sensible au genre'],
  ])('« %s » and « %s » are left in peace', (one, other) => expect(twoThemes(one, other).found).toEqual([]))

  it('are met in any of their languages', () => {
    const { found } = twoThemes('Eau', 'Water', { 'label:fr': 'L’eau' })
    expect(found).toMatchObject([{ likeness: 'same' }])
  })

  it('are no longer asked about once joined or said to be two, and an answer holds for the same words', () => {
    const { told } = twoThemes('Eau', 'Eaux')
    const [record, into] = [told.id('là-bas'), told.id('ici')]
    told.run({ type: 'records.keepApart', pairs: [{ record: into, other: record }] })
    expect(asked(told)).toEqual([])
    told.device.undo()
    expect(asked(told)).toHaveLength(1)
    told.run({ type: 'records.join', joins: [{ record, into }] })
    told.run({ type: 'record.save', kind: 'theme', record: into, set: { label: 'Ressource hydrique' } })
    expect(asked(told)).toEqual([])
    told.save('theme', 'encore', { label: 'Les eaux' })
    expect(asked(told, fresh(told, 'encore'))).toMatchObject([{ record: told.id('encore'), into }])
  })

  it('are never a theme and the one above it, nor two words on two axes', () => {
    const told = aWorkspace().save('theme', 'dessus', { label: 'Eau' })
    told.save('theme', 'sous', { label: 'Eaux', parent: told.id('dessus') })
    expect(asked(told, fresh(told, 'sous'))).toEqual([])
    const parted = aWorkspace().save('axis', 'Air', { label: 'Air' })
    parted.save('theme', 'a', { label: 'Qualité', axis: parted.id('Air') })
    parted.save('theme', 'b', { label: 'Qualités sonore', axis: parted.id('Eau') })
    expect(asked(parted, fresh(parted, 'b'))).toEqual([])
  })

  it('are met in the notes that bear both, however they are called', () => {
    const told = aWorkspace().session('Séance', 1).save('theme', 'Eaux', { label: 'Eaux' })
    for (const text of ['un', 'deux', 'trois', 'quatre', 'cinq'])
      told.note(text, { themes: text === 'un' ? ['Nappes'] : [] })
    const notes = ['un', 'deux', 'trois', 'quatre', 'cinq'].map((text) => told.id(text))
    const both = { set: {}, newThemes: [], removeThemes: [], addThemes: [told.id('Nappes'), told.id('Eaux')] }
    told.run({ type: 'notes.edit', notes: notes.slice(0, 4), ...both })
    told.run({ type: 'notes.edit', notes: notes.slice(4), ...both, addThemes: [told.id('Eaux')] })
    expect(asked(told, fresh(told, 'Nappes'))).toMatchObject([
      { record: told.id('Nappes'), into: told.id('Eaux'), likeness: 'together', notes: 4 },
    ])
  })
})

describe('Persons', () => {
  const two = (name: string, organisation: string) =>
    aWorkspace()
      .session('Séance', 1)
      .speaker('Awa Diop', { organisation: 'Ville de Dakar' })
      .note('Une digue')
      .speaker(name, { organisation })
      .note('Deux digues')

  it('are proposed on name and organisation together, with the notes that would follow', () => {
    const told = two('Diop Awa', 'La ville de Dakar')
    const found = asked(told, fresh(told, 'person Diop Awa'))
    const [record, into] = [told.id('person Diop Awa'), told.id('person Awa Diop')]
    expect(found).toEqual([{ kind: 'person', record, into, likeness: 'same', notes: 1 }])
  })

  it('are never proposed on a name alone, nor joined by anything but a command', () => {
    const told = two('Awa  Diop', 'Ville de Bamako')
    expect(asked(told).filter(({ kind }) => kind === 'person')).toEqual([])
    const before = JSON.stringify([...told.device.records])
    asked(told)
    expect(JSON.stringify([...told.device.records])).toBe(before)
  })
})

it('Everything is asked once, and nothing hangs on another answer', () => {
  const told = aWorkspace()
  for (const [id, label] of ['Eau', 'Eaux', 'L’eau', 'Les eaux', 'Eau !'].entries())
    told.save('theme', `t${id}`, { label })
  const found = asked(told)
  const joined = found.map(({ record }) => record)
  expect(new Set(joined).size).toBe(joined.length)
  expect(found.filter(({ into }) => joined.includes(into))).toEqual([])
})

it('Three thousand organisations are looked through without comparing each with every other', () => {
  const told = aWorkspace()
  const records = new Map(told.device.records)
  for (let n = 0; n < 3000; n += 1) {
    const id = `organisation-${n}`
    records.set(id, { id, kind: 'organisation', f: { name: `Commune ${String.fromCodePoint(0x4e00 + n)}${n}` } })
  }
  records.set('twin', { id: 'twin', kind: 'organisation', f: { name: `commune ${String.fromCodePoint(0x4e00 + 7)}7` } })
  expect(equivalentsIn(records, new Set(['twin']))).toMatchObject([{ record: 'twin', into: 'organisation-7' }])
})
