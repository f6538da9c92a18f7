import { describe, expect, it } from 'vitest'
import { decodeBundle } from '#shared/exchange/decode-bundle.ts'
import { selectComplete } from '#shared/exchange/select.ts'
import { streamsIn } from '#shared/merge/completeness.ts'
import { equivalentsIn } from '#shared/merge/equivalents.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { members, type AnyRecord } from '#shared/model/record.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { anAuthor, idOf, seededRandom, sha256 } from '../../build/author.ts'
import { bundleOf } from '../../build/bundle.ts'
import { Device } from '../../build/device.ts'
import { editOf } from '../../build/history.ts'
import { aNote } from '../../build/note.ts'
import { aWorkspace } from '../../build/workspace.ts'

/** A section's consultation with one note, and someone who has it too. */
function twoOf(text: string, away: Device = new Device('away')) {
  const here = aWorkspace('here').session('Plénière', 1).note(text)
  away.receive(here.operations)
  return { here, away, note: here.id(text) }
}

/** What leaves an installation for its circle, as the receiver reads it from the file. */
function sent(device: Device): readonly Operation[] {
  const read = decodeBundle(bundleOf(selectComplete([...device.operations.values()], device.fold)), sha256)
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  expect(read.value.setAside).toEqual([])
  return read.value.operations
}

const exchange = (one: Device, other: Device): void => {
  const [first, second] = [sent(one), sent(other)]
  one.receive(second)
  other.receive(first)
}

const shown = (device: Device, id: string): AnyRecord | undefined => readRecords(device.fold).get(id)

describe('Merging', () => {
  it('keeps 8 km and 5 km side by side, and never makes 58 km of them', () => {
    const { here, away, note } = twoOf('à 3 km du village')
    here.edit('à 3 km du village', { set: { text: 'à 5 km du village' } })
    away.run(editOf(note, { text: 'à 8 km du village' }))
    exchange(here.device, away)
    for (const device of [here.device, away]) {
      expect(shown(device, note)?.conflicts).toEqual({ text: ['à 5 km du village', 'à 8 km du village'] })
      expect(shown(device, note)?.f['text']).toBeUndefined()
      expect(JSON.stringify([...readRecords(device.fold).values()])).not.toContain('58')
    }
  })

  it('keeps a note that someone was correcting while someone else put it away, and flags it', () => {
    const { here, away, note } = twoOf('Une digue')
    here.run({ type: 'notes.remove', notes: [note] })
    away.run(editOf(note, { text: 'Deux digues' }))
    const { plan } = planMerge(here.device.fold, readRecords(here.device.fold), sent(away))
    expect(plan.counts['note']?.kept).toBe(1)
    exchange(here.device, away)
    for (const device of [here.device, away]) {
      expect(shown(device, note)).toMatchObject({ f: { text: 'Deux digues' }, kept: true })
    }
  })

  it('keeps all that two laptops wrote in one stream, and reports the numbers they both used', () => {
    const author = anAuthor('laptop')
    const [one, clone] = [new Device(author), new Device({ ...author, random: seededRandom('clone') })]
    const base = aWorkspace('here').session('Plénière', 1)
    for (const [device, text] of [
      [one, 'Une digue'],
      [clone, 'Un barrage'],
    ] as const) {
      device.receive(base.operations)
      device.run({ type: 'record.save', kind: 'theme', record: idOf(text), set: { label: text } })
    }
    const [first, second] = [sent(one), sent(clone)]
    const twice = streamsIn([first, second], new Map(), () => false)[0]?.find(({ stream }) => stream === author.stream)
    expect(twice?.twice).toEqual([1])
    exchange(one, clone)
    for (const device of [one, clone]) {
      for (const text of ['Une digue', 'Un barrage']) expect(shown(device, idOf(text))?.f['label']).toBe(text)
    }
  })

  it('lets a correction made after a writing of 2039 win, without a conflict', () => {
    const late = new Device({ ...anAuthor('late'), clock: () => Date.UTC(2039, 0, 1) })
    const { here, note } = twoOf('3 km', late)
    late.run(editOf(note, { text: '5 km' }))
    here.device.receive(sent(late))
    here.edit('3 km', { set: { text: '8 km' } })
    exchange(here.device, late)
    for (const device of [here.device, late]) {
      expect(shown(device, note)?.f['text']).toBe('8 km')
      expect(shown(device, note)?.conflicts).toBeUndefined()
    }
  })

  it('brings no conflict from themes that are added and taken away at the same time', () => {
    const { here, away, note } = twoOf('Une digue')
    const theme = (id: string) => ({ newThemes: [{ id: idOf(id), label: id }] })
    here.edit('Une digue', theme('Crues'))
    away.receive(here.operations)
    here.edit('Une digue', theme('Eau')).edit('Une digue', { removeThemes: [idOf('Crues')] })
    away.run({ ...editOf(note, {}), ...theme('Sols') })
    exchange(here.device, away)
    for (const device of [here.device, away]) {
      const record = shown(device, note)
      expect(record?.conflicts).toBeUndefined()
      expect(record === undefined ? [] : members(record, 'theme')).toEqual([idOf('Eau'), idOf('Sols')].toSorted())
    }
  })

  it('keeps what only a newer program knows, and sends it on byte for byte', () => {
    const { here, away, note } = twoOf('Une digue')
    const first = here.operations.find(({ head }) => head.r === note)
    if (first?.body === undefined) throw new Error('an operation')
    const body = { ...first.body, aside: ['new'], set: { 'mood:new': 'calm' } }
    const head = { ...first.head, why: { of: 'later' }, b: sha256(canonical(body)) }
    const newer = { ...first, id: sha256(canonical(head)), head, body, seal: 'later' } as Operation
    here.device.receive([newer])
    away.receive(sent(here.device))
    expect(shown(away, note)?.f['mood:new']).toBe('calm')
    const lines = bundleOf(sent(away)).operations.split('\n')
    expect(lines).toContain(canonical(newer))
  })
})

describe('What merging files of coders is known to lose elsewhere', () => {
  it('loses no coding: each theme of each note is there after files came both ways', () => {
    const { here, away, note } = twoOf('Une digue')
    here.note('Un barrage', { themes: ['Crues', 'Puits'] })
    away.run({ ...editOf(note, {}), newThemes: [{ id: idOf('Sols'), label: 'Sols' }] })
    here.edit('Une digue', { addThemes: [here.id('Puits')] })
    exchange(here.device, away)
    const themesOf = (device: Device, words: string): readonly unknown[] => {
      const record = shown(device, here.id(words))
      return record === undefined ? [] : members(record, 'theme').map((id) => shown(device, id)?.f['label'])
    }
    for (const device of [here.device, away]) {
      expect(themesOf(device, 'Un barrage').toSorted()).toEqual(['Crues', 'Puits'])
      expect(themesOf(device, 'Une digue').toSorted()).toEqual(['Puits', 'Sols'])
    }
  })

  it('doubles nothing when the same file is put in again, nor when it comes back with more', () => {
    const { here, away } = twoOf('Une digue')
    const file = sent(here.device)
    const again = planMerge(away.fold, readRecords(away.fold), file)
    expect([again.plan.newOperations, again.plan.change]).toEqual([0, {}])
    here.note('Un barrage', { themes: ['Puits'] })
    const more = planMerge(away.fold, readRecords(away.fold), sent(here.device))
    expect(more.plan.counts['note']).toMatchObject({ added: 1, identical: 1 })
    const labels = [...readRecords(more.fold).values()].filter(({ kind }) => kind === 'theme')
    expect(labels).toHaveLength(1)
  })

  it('leaves every source with its session, and its words with who holds them', () => {
    const { here, away } = twoOf('Une digue')
    const session = here.id('Plénière')
    here.save('transcript', 'Transcription d’ici', { session, sourceKind: 'vtt', text: 'Mot à mot, ici.' })
    const there = { session, sourceKind: 'chat', text: 'Mot à mot, là-bas.' }
    away.run({ type: 'record.save', kind: 'transcript', record: idOf('là-bas'), set: there })
    exchange(here.device, away)
    for (const device of [here.device, away]) {
      for (const id of [here.id('Transcription d’ici'), idOf('là-bas')]) {
        expect(shown(device, id)?.f['session']).toBe(session)
      }
    }
    expect(shown(here.device, here.id('Transcription d’ici'))?.f['text']).toBe('Mot à mot, ici.')
    expect(shown(away, idOf('là-bas'))?.f['text']).toBe('Mot à mot, là-bas.')
  })

  it('asks once per theme that two sections both made, in one list, whatever the notes and the files that bear it', () => {
    const labels = ['Crues', 'Puits', 'Sols']
    const base = aWorkspace('secretariat').session('Plénière', 1)
    const sections = ['un', 'deux'].map((name) => {
      const section = new Device(name)
      section.receive(base.operations)
      const themes = labels.map((label) => ({ id: idOf(name, label), label }))
      for (let n = 0; n < 20; n += 1) {
        const place = { session: base.id('Plénière'), axis: base.id('Eau') }
        const made = n === 0 ? { newThemes: themes } : { themes: themes.map(({ id }) => id) }
        section.run({ ...aNote({ note: idOf(name, String(n)), text: `${name} ${n}`, ...place }), ...made })
      }
      return section
    })
    const files = sections.flatMap((section) => [...sent(section), ...sent(section)])
    const { plan, fold } = planMerge(base.device.fold, readRecords(base.device.fold), files)
    expect(plan.conflicts).toEqual([])
    expect(plan.counts['note']?.added).toBe(40)
    const records = readRecords(fold)
    const asked = equivalentsIn(records).filter(({ kind }) => kind === 'theme')
    expect(asked.map(({ record, into }) => [record, into].map((id) => records.get(id)?.f['label']))).toEqual(
      expect.arrayContaining(labels.map((label) => [label, label])),
    )
    expect(asked).toHaveLength(labels.length)
  })
})
