import { describe, expect, it } from 'vitest'
import type { Command } from '#shared/edit/command.ts'
import { newId as fromBytes } from '#shared/kit/id.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'

const newId = (): string => fromBytes(randomBytes)
const TEXT = 'Les nappes ne suffisent plus'

interface Someone extends TestDesktop {
  readonly session: string
  readonly axis: string
  apply(command: Command): Promise<void>
  record(id: string): Promise<AnyRecord | undefined>
}

async function someone(folder?: string): Promise<Someone> {
  const desktop = await aDesktop(folder)
  const { client } = desktop
  const places = placesIn(done(await client['consultation.create']({ template: '001' })).records)
  return {
    ...desktop,
    ...places,
    apply: async (command) => void done(await client['edit.apply'](command)),
    record: async (id) => done(await client['workspace.read']({})).records.find((record) => record.id === id),
  }
}

/** The file of one person as the other one gives it. */
async function handed(from: Someone, to: Someone): Promise<string> {
  const sent = done(await from.client['bundle.send']({ kind: 'complete', audience: 'section' }))
  return to.give(from.delivered.get(sent?.name ?? '') ?? '')
}

const put = async (to: Someone, file: string, more: object = {}) =>
  done(await to.client['bundle.merge']({ files: [file], job: 'm', settle: [], ...more }))

const edit = (note: string, set: object): Command =>
  ({ type: 'notes.edit', notes: [note], set, addThemes: [], newThemes: [], removeThemes: [] }) as Command

/** A note that two people have, and that both correct. */
async function partedWays(folder?: string) {
  const [here, there] = [await someone(folder), await someone()]
  const note = newId()
  await there.apply(aNote({ note, text: TEXT, session: there.session, axis: there.axis, level: 4 }))
  await put(here, await handed(there, here))
  await here.apply(edit(note, { text: 'Version d’ici' }))
  await there.apply(edit(note, { text: 'Version de là-bas' }))
  return { here, there, note }
}

describe('A choice that cannot be written once the files are in', () => {
  it('is told, and waits for a person as before', async () => {
    const { here, there, note } = await partedWays()
    const settle = [{ record: note, field: 'text', value: ' ' }]
    const merged = await put(here, await handed(there, here), { settle })
    expect(merged.unsettled).toEqual({ type: 'TextIsBlank' })
    expect((await here.record(note))?.conflicts?.['text']).toEqual(['Version de là-bas', 'Version d’ici'])
  })
})

describe('Before files are put in', () => {
  it('the versions are told with where they come from, and the text that both come from', async () => {
    const { here, there, note } = await partedWays()
    const file = await handed(there, here)
    const origins = done(await here.client['settle.origins']({ records: [note], files: [file], job: 'o' }))
    expect(origins).toMatchObject([
      {
        record: note,
        field: 'text',
        base: { value: TEXT },
        sides: [
          { value: 'Version de là-bas', isOurs: false },
          { value: 'Version d’ici', isOurs: true },
        ],
      },
    ])
    expect(origins[0]?.sides[0]?.file).toMatch(/\.rapx$/)
    expect(done(await here.client['settle.origins']({ records: [note], files: [], job: 'o' }))).toEqual([])
  })

  it('each file is counted, and its themes that look like ours are proposed, joined or kept apart once for all', async () => {
    const [here, there] = [await someone(), await someone()]
    const [ours, theirs, other] = [newId(), newId(), newId()]
    await here.apply({ type: 'record.save', kind: 'theme', record: ours, set: { label: 'Nappes' } })
    await there.apply({ type: 'record.save', kind: 'theme', record: theirs, set: { label: 'Les nappes' } })
    const file = await handed(there, here)
    const preview = done(await here.client['bundle.preview']({ files: [file], job: 'p' }))
    expect(preview.files[0]?.counts).toEqual(preview.plan.counts)
    expect(preview.equivalents).toEqual([{ kind: 'theme', record: theirs, into: ours, likeness: 'same', notes: 0 }])
    expect(preview.context.map(({ id }) => id).toSorted()).toEqual([ours, theirs].toSorted())
    await put(here, file, { joins: [{ record: theirs, into: ours }] })
    expect((await here.record(theirs))?.f['into']).toBe(ours)
    done(await here.client['edit.undo']({}))
    expect((await here.record(theirs))?.f['into']).toBeUndefined()

    await there.apply({ type: 'record.save', kind: 'theme', record: other, set: { label: 'Nappe' } })
    const next = await handed(there, here)
    const again = done(await here.client['bundle.preview']({ files: [next], job: 'p' }))
    expect(again.equivalents).toMatchObject([{ record: other }])
    const apart = [ours, theirs].map((one) => ({ record: other, other: one }))
    await put(here, next, { apart })
    await there.apply({ type: 'record.save', kind: 'theme', record: other, set: { order: 3 } })
    const last = done(await here.client['bundle.preview']({ files: [await handed(there, here)], job: 'p' }))
    expect(last.equivalents).toEqual([])
  })
})

describe('A rule loosened elsewhere with a consent', () => {
  const agreed = { who: 'Awa Diop', at: '2026-01-06', basis: 'relu et accepté' }

  it('waits for a person here, told with the consent it rests on, and counts once accepted', async () => {
    const folder = await aFolder()
    const { here, there, note } = await partedWays(folder)
    await there.apply({ type: 'level.loosen', records: [note], level: 1, consent: newId(), ...agreed })
    await put(here, await handed(there, here))
    expect((await here.record(note))?.f['level']).toBe(4)
    const waiting = done(await here.client['loosening.list']({}))
    expect(waiting).toMatchObject([{ record: note, kind: 'note', now: 4, asked: 1, covers: 1, ...agreed }])
    const ids = waiting.map(({ id }) => id)
    const accepted = done(await here.client['loosening.accept']({ ids }))
    expect(accepted.change[note]?.[1]?.f['level']).toBe(1)
    expect(accepted.history.undo).toBe('loosenings.accept')
    expect(done(await here.client['loosening.list']({}))).toEqual([])

    const again = await aDesktop(folder)
    const { current } = done(await again.client['app.read']({}))
    const { records } = done(await again.client['consultation.open']({ consultation: current ?? '' }))
    expect(records.find(({ id }) => id === note)?.f['level']).toBe(1)
  })

  it('is taken back like any other choice: the rule is tight again, and nothing waits', async () => {
    const { here, there, note } = await partedWays()
    await there.apply({ type: 'level.loosen', records: [note], level: 1, consent: newId(), ...agreed })
    await put(here, await handed(there, here))
    const ids = done(await here.client['loosening.list']({})).map(({ id }) => id)
    done(await here.client['loosening.accept']({ ids }))
    done(await here.client['edit.undo']({}))
    expect((await here.record(note))?.f['level']).toBe(4)
    expect(done(await here.client['loosening.list']({}))).toEqual([])
  })
})

it('Choices for many notes are one step, and a state to come back to is kept before', async () => {
  const { here, there, note } = await partedWays()
  await put(here, await handed(there, here))
  const choices = [{ record: note, field: 'text', value: 'Une troisième' }]
  await here.apply({ type: 'conflicts.settle', choices })
  expect((await here.record(note))?.f['text']).toBe('Une troisième')
  const versions = done(await here.client['versions.list']({ job: 'v' }))
  expect(versions.map(({ reason }) => reason)).toContain('bulk')
  done(await here.client['edit.undo']({}))
  expect((await here.record(note))?.conflicts?.['text']).toEqual(['Version de là-bas', 'Version d’ici'])
})
