import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Version } from '#shared/contract/version-calls.ts'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { aFolder } from '../../build/desktop.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aNote, placesIn } from '../../build/note.ts'
import { done, nodeSide, type NodeSide } from '../../build/node-side.ts'

const newId = (): string => fromBytes(randomBytes)

/** A consultation on a disk in memory, and a clock that goes a day on when it is told to. */
class Desk {
  readonly disk: MemoryLayer
  readonly side: NodeSide
  readonly places: ReturnType<typeof placesIn>
  readonly nextDay: () => void

  private constructor(
    disk: MemoryLayer,
    side: NodeSide,
    { records }: { records: readonly AnyRecord[] },
    nextDay: () => void,
  ) {
    this.disk = disk
    this.side = side
    this.places = placesIn(records)
    this.nextDay = nextDay
  }

  static async opened(): Promise<Desk> {
    let now = Date.UTC(2026, 2, 2, 9)
    const disk = new MemoryLayer()
    const side = await nodeSide('/data', disk, { clock: () => (now += 1000) })
    const workspace = done(await side.client['consultation.create']({ template: '001' }))
    return new Desk(disk, side, workspace, () => (now += 86_400_000))
  }

  run = async (command: Command): Promise<void> => void done(await this.side.client['edit.apply'](command))

  async note(text: string, more: Partial<CommandOf<'note.capture'>> = {}): Promise<string> {
    const note = newId()
    await this.run(aNote({ note, text, ...this.places, ...more }))
    return note
  }

  edit = (notes: readonly string[], set: CommandOf<'notes.edit'>['set']): Promise<void> =>
    this.run({ type: 'notes.edit', notes: [...notes], set, addThemes: [], newThemes: [], removeThemes: [] })

  versions = async (): Promise<readonly Version[]> => done(await this.side.client['versions.list']({ job: 'list' }))
  records = async (): Promise<readonly AnyRecord[]> => done(await this.side.client['workspace.read']({})).records
  notes = async (): Promise<readonly string[]> =>
    (await this.records())
      .filter(({ kind }) => kind === 'note')
      .map(({ f }) => String(f['text']))
      .toSorted()
  look = async (position: number) => done(await this.side.client['versions.look']({ position, job: 'look' }))
  back = async (position: number) => done(await this.side.client['versions.back']({ position, job: 'back' }))

  /** Another program opens the same disk, as after a crash. */
  /** What a program finds that starts on this disk as it is now: on a copy, or it would take the store over. */
  async reopened(): Promise<readonly string[]> {
    const disk = new MemoryLayer()
    for (const [path, bytes] of this.disk.files) disk.files.set(path, bytes)
    const { client } = await nodeSide('/data', disk)
    const { consultation } = done(await this.side.client['workspace.read']({}))
    const { records } = done(await client['consultation.open']({ consultation }))
    return records.map((record) => JSON.stringify(record)).toSorted()
  }
}

const asSaid = (records: readonly AnyRecord[]): readonly string[] =>
  records.map((record) => JSON.stringify(record)).toSorted()

describe('states to come back to', () => {
  it('are kept at the first writing of each day, and before a change of ten records', async () => {
    const desk = await Desk.opened()
    const notes = [await desk.note('un')]
    for (let count = 2; count <= 10; count += 1) notes.push(await desk.note(`note ${count}`))
    desk.nextDay()
    await desk.note('le lendemain')
    await desk.note('encore')
    await desk.edit(notes, { stance: 'supports' })
    const versions = await desk.versions()
    expect(versions.map(({ reason, label, notes: count }) => [reason, label, count])).toEqual([
      ['bulk', 'notes.edit', 12],
      ['day', '', 10],
      ['day', '', 0],
    ])
    expect(versions[0]).toMatchObject({ size: 10, since: { kinds: { note: { added: 0, changed: 10, away: 0 } } } })
    expect(versions[1]?.since).toMatchObject({ kinds: { note: { added: 2, changed: 0, away: 0 } }, elsewhere: false })
    expect(versions[1]?.since.axes).toHaveLength(1)
  })

  it('are one where nothing was written between, under the name that a person gave', async () => {
    const desk = await Desk.opened()
    const note = await desk.note('un')
    done(await desk.side.client['versions.name']({ label: 'Avant la plénière' }))
    done(await desk.side.client['versions.name']({ label: 'Avant la plénière de clôture' }))
    desk.nextDay()
    await desk.edit([note], { text: 'deux' })
    expect((await desk.versions()).map(({ reason, label }) => [reason, label])).toEqual([
      ['named', 'Avant la plénière de clôture'],
      ['day', ''],
    ])
  })

  it('tell what going back would do before it is done, and do that', async () => {
    const desk = await Desk.opened()
    const notes = [await desk.note('un', { newThemes: [{ id: newId(), label: 'Crues' }] }), await desk.note('deux')]
    done(await desk.side.client['versions.name']({ label: 'ici' }))
    const [{ position } = { position: 0 }] = await desk.versions()
    const then = asSaid(await desk.records())
    await desk.edit([notes[0] ?? ''], { text: 'un, corrigé' })
    await desk.run({ type: 'notes.remove', notes: [notes[1] ?? ''] })
    await desk.note('trois')
    const now = asSaid(await desk.records())
    const look = await desk.look(position)
    expect(look).toMatchObject({ notes: { now: 2, after: 2 }, kinds: { note: { added: 1, changed: 1, away: 1 } } })
    const seen = look.changes.map(({ before, after }) => [before?.f['text'] ?? null, after?.f['text'] ?? null])
    expect(seen.toSorted()).toEqual(
      [
        [null, 'deux'],
        ['trois', null],
        ['un, corrigé', 'un'],
      ].toSorted(),
    )
    expect(asSaid(await desk.records())).toEqual(now)

    expect((await desk.back(position)).history).toEqual({ undo: 'version.back', redo: null })
    expect(asSaid(await desk.records())).toEqual(then)
    expect(await desk.reopened()).toEqual(then)
    done(await desk.side.client['edit.undo']({}))
    expect(asSaid(await desk.records())).toEqual(now)
    done(await desk.side.client['edit.redo']({}))
    expect(asSaid(await desk.records())).toEqual(then)
    expect(await desk.reopened()).toEqual(then)
    // One can go forth again, from the state that was kept on going back.
    const forth = (await desk.versions()).find(({ reason }) => reason === 'back')
    await desk.back(forth?.position ?? 0)
    expect(asSaid(await desk.records())).toEqual(now)
  })

  it('withdraw contributions that came since, without deleting what others wrote', async () => {
    const [here, there] = [await Desk.opened(), await Desk.opened()]
    await here.note('d’ici')
    await there.note('d’ailleurs')
    const worked = await there.note('d’ailleurs aussi')
    const sent = done(await there.side.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const file = await carry(there, here, sent?.name ?? '')
    done(await here.side.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    await here.edit([worked], { stance: 'supports' })
    const before = await here.notes()
    const [merge] = await here.versions()
    expect(merge).toMatchObject({ reason: 'merge', size: 1, notes: 1 })
    const look = await here.look(merge?.position ?? 0)
    expect(look).toMatchObject({ notes: { now: 3, after: 2 }, withdrawn: [sent?.name], staying: 1 })
    await here.back(merge?.position ?? 0)
    expect(await here.notes()).toEqual(['d’ailleurs aussi', 'd’ici'])
    expect(await here.reopened()).toEqual(asSaid(await here.records()))
    done(await here.side.client['edit.undo']({}))
    expect(await here.notes()).toEqual(before)
    done(await here.side.client['edit.redo']({}))
    expect(await here.notes()).toEqual(['d’ailleurs aussi', 'd’ici'])
  })

  it('never free what was tightened since', async () => {
    const desk = await Desk.opened()
    const note = await desk.note('à protéger')
    done(await desk.side.client['versions.name']({ label: 'ici' }))
    const [{ position } = { position: 0 }] = await desk.versions()
    await desk.run({ type: 'level.tighten', records: [note], level: 5 })
    await desk.edit([note], { text: 'à protéger, corrigé' })
    expect((await desk.look(position)).stricter).toBe(1)
    await desk.back(position)
    const back = (await desk.records()).find(({ id }) => id === note)
    expect(back?.f).toMatchObject({ text: 'à protéger', level: 5 })
  })

  it('are refused where no state was kept', async () => {
    const desk = await Desk.opened()
    await desk.note('un')
    const looked = await desk.side.client['versions.look']({ position: 99, job: 'l' })
    expect(looked).toEqual({ ok: false, failure: { type: 'VersionNotFound' } })
    const back = await desk.side.client['versions.back']({ position: 99, job: 'b' })
    expect(back).toEqual({ ok: false, failure: { type: 'VersionNotFound' } })
  })
})

/** A file that one sends, as a token of the other. */
async function carry(from: Desk, to: Desk, name: string): Promise<string> {
  const path = join(await aFolder(), name)
  await writeFile(path, from.disk.files.get(from.side.delivered.get(name) ?? '') ?? new Uint8Array())
  return to.side.give(path)
}
