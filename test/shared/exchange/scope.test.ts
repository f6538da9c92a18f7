import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftByScope, selectFor } from '#shared/exchange/select.ts'
import { narrowedBy, scopeKey, WHOLE, type Scope } from '#shared/exchange/scope.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote, sidesOf } from '#shared/privacy/levels.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { law } from '../../build/law.ts'
import { consentsStayHere } from '../../build/projected.ts'
import { foldOf, saidIn } from '../../build/said.ts'
import { afterEvents, PLACES, someEvents, someScopes, type Told } from '../../build/several-sections.ts'
import { aWorkspace } from '../../build/workspace.ts'

type Named = typeof someScopes extends fc.Arbitrary<infer Words> ? Words : never

const scopeOf = (told: Told, { syntheses, ...words }: Named): Scope => ({
  sessions: words.sessions.map((label) => told.id(label)),
  regions: words.regions.map((label) => told.id(label)),
  axes: words.axes.map((label) => told.id(label)),
  syntheses,
})

const cases = fc.record({
  events: someEvents(),
  words: someScopes,
  kind: fc.constantFrom('complete' as const, 'projection' as const),
})

const sentOf = ({ operations, device }: Told, kind: 'complete' | 'projection', scope: Scope) =>
  selectFor(operations, device.fold, kind, scope)

const acceptedOf = ({ device }: Told) => [...device.fold.accepted]

const only = (records: Records, left: ReadonlySet<string>): Records =>
  new Map([...records].filter(([id]) => !left.has(id)))

describe('A file narrowed to a scope', () => {
  law('holds nothing that the whole file would not hold', cases, ({ events, words, kind }) => {
    const told = afterEvents(events)
    const whole = new Map(sentOf(told, kind, WHOLE).map((operation) => [operation.id, JSON.stringify(operation)]))
    for (const operation of sentOf(told, kind, scopeOf(told, words))) {
      expect(whole.get(operation.id)).toBe(JSON.stringify(operation))
    }
  })

  law('shows a receiver what the sender shows of the scope', cases, ({ events, words }) => {
    const told = afterEvents(events)
    if (consentsStayHere(readRecords(told.device.fold))) return
    const scope = scopeOf(told, words)
    const received = readRecords(foldOf(sentOf(told, 'projection', scope), [], acceptedOf(told)))
    const shown = only(projectRecords(readRecords(told.device.fold)), leftByScope(told.device.fold, scope))
    expect(saidIn(received)).toBe(saidIn(shown))
    expect([...received.values()].filter((record) => isKind(record, 'note')).length).toBe(
      [...shown.values()].filter((record) => isKind(record, 'note')).length,
    )
  })

  law('holds each of its notes to the level that the sender holds it to', cases, ({ events, words, kind }) => {
    const told = afterEvents(events)
    const here = readRecords(told.device.fold)
    const received = readRecords(foldOf(sentOf(told, kind, scopeOf(told, words)), [], acceptedOf(told)))
    for (const note of received.values()) {
      const own = here.get(note.id)
      if (!isKind(note, 'note') || own === undefined || !isKind(own, 'note')) continue
      expect(levelOfNote(received, note)).toBeGreaterThanOrEqual(levelOfNote(here, own))
      if (consentsStayHere(here)) continue
      expect(levelOfNote(received, note)).toBe(levelOfNote(here, own))
    }
  })

  law('brings what its notes name, and no note of another place', cases, ({ events, words, kind }) => {
    const told = afterEvents(events)
    const scope = scopeOf(told, words)
    const whole = readRecords(foldOf(sentOf(told, kind, WHOLE), [], acceptedOf(told)))
    const received = readRecords(foldOf(sentOf(told, kind, scope), [], acceptedOf(told)))
    for (const note of received.values()) {
      if (!isKind(note, 'note')) continue
      for (const field of ['session', 'axis', 'voice'])
        for (const id of sidesOf(note, field)) expect(received.has(id)).toBe(whole.has(id))
      if (scope.sessions.length > 0)
        expect(sidesOf(note, 'session').some((id) => scope.sessions.includes(id))).toBe(true)
      if (scope.axes.length > 0) expect(sidesOf(note, 'axis').some((id) => scope.axes.includes(id))).toBe(true)
      expect(scope.syntheses).toBe(false)
    }
  })

  law('joined with the files of all other scopes, makes the whole one', cases, ({ events, kind }) => {
    const told = afterEvents(events)
    const whole = sentOf(told, kind, WHOLE)
    for (const part of ['sessions', 'axes'] as const) {
      const scopes = PLACES[part].map((label) => ({ ...WHOLE, [part]: [told.id(label)] }))
      const union = new Map(
        [...scopes, { ...WHOLE, syntheses: true }].flatMap((scope) =>
          sentOf(told, kind, scope).map((operation) => [operation.id, operation] as const),
        ),
      )
      expect([...union.keys()].toSorted()).toEqual(whole.map(({ id }) => id).toSorted())
    }
  })

  it('of one section leaves the others’ sessions, people and themes here', () => {
    const told = aWorkspace().save('region', 'Europe', { label: 'Europe' })
    told
      .session('Dakar', 1)
      .speaker('Awa Diop', { organisation: 'Ville de Dakar' })
      .note('Des puits', { themes: ['forages'] })
    told.save('session', 'Lyon', { label: 'Lyon', level: 1, region: told.id('Europe') })
    told.run({
      type: 'speaker.save',
      speaker: told.named('Léa Roche'),
      session: told.id('Lyon'),
      person: told.named('person Léa Roche'),
      name: 'Léa Roche',
      givenName: '',
      organisation: null,
      newOrganisation: { id: told.named('Ville de Lyon'), name: 'Ville de Lyon' },
      function: '',
      category: null,
      gender: null,
      region: told.id('Europe'),
      speaksFor: 'delegation',
      size: null,
      slot: null,
    })
    told.note('Des digues', { session: 'Lyon', speaker: 'Léa Roche', themes: ['crues'] })
    for (const kind of ['complete', 'projection'] as const) {
      const text = JSON.stringify(sentOf(told, kind, { ...WHOLE, regions: [told.id('Afrique')] }))
      for (const words of ['Des puits', 'forages', 'Awa Diop', 'Ville de Dakar', 'Dakar', 'Europe'])
        expect(text).toContain(words)
      for (const words of ['Des digues', 'crues', 'Léa Roche', 'Ville de Lyon', 'Lyon'])
        expect(text).not.toContain(words)
    }
  })

  it('of syntheses alone holds no note, session or person', () => {
    const told = aWorkspace().session('Dakar', 1).speaker('Awa Diop').note('Des puits')
    told.save('synthesis', 'Texte', { axis: told.id('Eau'), part: 'trends', text: 'On demande des puits.' })
    const text = JSON.stringify(sentOf(told, 'complete', { ...WHOLE, syntheses: true }))
    expect(text).toContain('On demande des puits.')
    for (const words of ['"Des puits"', 'Awa Diop', 'Dakar']) expect(text).not.toContain(words)
  })

  it('is the same scope whatever the order of the choice', () => {
    const [one, other] = [
      { ...WHOLE, axes: ['a', 'b'] },
      { ...WHOLE, axes: ['b', 'a'] },
    ]
    expect(scopeKey(one)).toBe(scopeKey(other))
    expect(scopeKey({ ...WHOLE, sessions: ['a'] })).not.toBe(scopeKey({ ...WHOLE, regions: ['a'] }))
    expect(narrowedBy({ ...one, syntheses: true })).toEqual(['axes', 'syntheses'])
  })
})
