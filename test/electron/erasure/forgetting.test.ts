import { describe, expect, it } from 'vitest'
import { findWords } from '#node/exchange/find-words.ts'
import { CANARIES, erase, aPersonAmongOthers, run, SPEAKER, whereFound } from '../../build/erasure.ts'
import { idOf } from '../../build/author.ts'
import { done, type NodeSide } from '../../build/node-side.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { onRealDisk } from '../../goals/contribution.ts'
import { startOn, USED } from '../../goals/start-on.ts'

let files = 0

/** The secretariat's program, which has nothing yet. */
async function aSecretariat() {
  const disk = new MemoryLayer()
  for (const [path, bytes] of USED) disk.files.set(path, bytes)
  const side = await startOn(disk, 'secretariat')
  let isOpen = false
  return {
    side,
    disk,
    /** Sends what the section has now to the secretariat, which puts it in. */
    async receive(
      from: NodeSide,
      disk_: MemoryLayer,
      kind: 'projection' | 'complete' = 'projection',
    ): Promise<Uint8Array> {
      const sent = done(await from.client['bundle.send']({ kind, audience: 'secretariat' }))
      const bytes = disk_.files.get(from.delivered.get(sent?.name ?? '') ?? '') ?? new Uint8Array()
      const file = side.give(onRealDisk(`forget-${(files += 1)}.rapx`, bytes))
      if (isOpen) done(await side.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
      else done(await side.client['bundle.open']({ file }))
      isOpen = true
      return bytes
    },
    shown: async (): Promise<string> => JSON.stringify(done(await side.client['workspace.read']({})).records),
  }
}

const NAMED = new RegExp(CANARIES.join('|'), 'u')

describe('What was given before a rule was tightened', () => {
  it('is taken back with the next file, destroyed once someone there agrees, and given again when a consent allows it', async () => {
    const { side, disk } = await aPersonAmongOthers()
    await run(side, { type: 'notes.remove', notes: [idOf('about her')] })
    const there = await aSecretariat()
    await there.receive(side, disk)
    expect(await there.shown()).toMatch(NAMED)
    await run(side, { type: 'level.tighten', records: [idOf('hers')], level: 5 })
    const file = await there.receive(side, disk)
    expect(await findWords(file, CANARIES)).toEqual([])
    expect(await there.shown()).not.toMatch(NAMED)
    expect(await there.shown()).toContain('Des bornes-fontaines')
    const { hidden } = done(await there.side.client['erasure.list']({ job: 'l' }))
    expect(hidden.operations).toBeGreaterThan(0)
    expect(done(await there.side.client['drop.confirm']({ job: 'c' })).isDestroyed).toBe(true)
    expect(await whereFound(there.disk)).toEqual([])
    await run(side, {
      type: 'level.loosen',
      records: [idOf('hers')],
      level: 1,
      consent: idOf('her consent'),
      who: 'Elle-même',
      at: '2026-01-06',
      basis: 'accord écrit',
    })
    // A voice made under a strict rule is held to it: the note is given back to its speaker by name.
    await run(side, { type: 'notes.edit', ...correction('hers', 'Des bornes-fontaines'), speaker: SPEAKER })
    await there.receive(side, disk)
    const consented = done(await there.side.client['workspace.read']({})).records
    expect(consented.some(({ kind, f }) => kind === 'person' && f['name'] === 'CANARIS')).toBe(true)
  })

  it('stays when the notes are only put away: nobody there is asked to destroy anything', async () => {
    const { side, disk } = await aPersonAmongOthers()
    const there = await aSecretariat()
    await there.receive(side, disk)
    await run(side, { type: 'notes.remove', notes: [idOf('hers')] })
    await there.receive(side, disk)
    expect(await there.shown()).not.toContain('Des bornes-fontaines')
    expect(done(await there.side.client['erasure.list']({ job: 'l' })).hidden.operations).toBe(0)
  })

  it('is taken back as well when the person is removed, however late the file comes', async () => {
    const { side, disk } = await aPersonAmongOthers()
    const there = await aSecretariat()
    await there.receive(side, disk)
    await erase(side)
    await side.composed.close()
    const again = await startOn(disk, 'again')
    done(
      await again.client['consultation.open']({
        consultation: done(await there.side.client['workspace.read']({})).consultation,
      }),
    )
    await there.receive(again, disk)
    expect(await there.shown()).not.toMatch(NAMED)
    done(await there.side.client['drop.confirm']({ job: 'c' }))
    expect(await whereFound(there.disk)).toEqual([])
  })

  it('waits there when someone who did not know has written over it, and is taken in by a person', async () => {
    const { side, disk } = await aPersonAmongOthers()
    const away = await aSecretariat()
    await away.receive(side, disk, 'complete')
    done(await away.side.client['edit.apply']({ ...correction('about her', 'Il faut de l’eau'), type: 'notes.edit' }))
    const late = done(await away.side.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const bytes = away.disk.files.get(away.side.delivered.get(late?.name ?? '') ?? '') ?? new Uint8Array()
    await erase(side)
    const file = side.give(onRealDisk('late.rapx', bytes))
    const merged = done(await side.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    expect(merged.preview.plan.aside).toBe(1)
    const { waiting } = done(await side.client['erasure.list']({ job: 'l' }))
    expect(waiting.map(({ kind, set }) => [kind, set])).toEqual([['note', { text: 'Il faut de l’eau' }]])
    const note = async () =>
      done(await side.client['workspace.read']({})).records.find(({ id }) => id === idOf('about her'))
    expect(JSON.stringify(await note())).not.toContain('Il faut de l’eau"')
    done(await side.client['aside.take']({ ids: waiting.map(({ id }) => id) }))
    expect(JSON.stringify(await note())).toContain('Il faut de l’eau')
    expect(done(await side.client['erasure.list']({ job: 'l' })).waiting).toEqual([])
  })
})

const correction = (key: string, text: string) => ({
  notes: [idOf(key)],
  set: { text },
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})
