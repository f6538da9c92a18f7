import { describe, expect, it } from 'vitest'
import { idOf } from '../../build/author.ts'
import {
  CANARIES,
  edit,
  erase,
  aPersonAmongOthers,
  MARK,
  PERSON,
  run,
  saveSpeaker,
  SPEAKER,
  whereFound,
} from '../../build/erasure.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, type NodeSide } from '../../build/node-side.ts'
import { openAgain, textsOf } from '../../goals/a-consultation.ts'
import { onRealDisk } from '../../goals/contribution.ts'
import { startOn } from '../../goals/start-on.ts'

async function textsNow(side: NodeSide): Promise<ReadonlyMap<string, string>> {
  const workspace = await openAgain(side)
  if (workspace === null) throw new Error('nothing is open')
  return textsOf(workspace)
}
const copyOf = (disk: MemoryLayer): MemoryLayer => {
  const copy = new MemoryLayer()
  for (const [path, bytes] of disk.files) copy.files.set(path, bytes)
  return copy
}

describe('A person who is removed', () => {
  it('is told of before: records, notes, texts that name her, former versions, what left', async () => {
    const { side } = await aPersonAmongOthers()
    done(await side.client['bundle.send']({ kind: 'complete', audience: 'section', to: 'le secrétariat' }))
    const preview = done(await side.client['erasure.look']({ person: PERSON, job: 'look' }))
    expect(preview).toMatchObject({
      names: ['Amaltée CANARIS'],
      records: { person: 1, speaker: 1, voice: 1 },
      notes: 1,
      former: 1,
      registers: 0,
    })
    expect(
      preview.named.map(({ text, places, sure }) => [places.map(([from, to]) => text.slice(from, to)), sure]),
    ).toEqual([[['Amaltée CANARIS'], true]])
    expect(preview.sent.map(({ to }) => to)).toEqual(['le secrétariat'])
  })

  it('is nowhere afterwards: in no record, in no file of the store, in nothing that is sent; and all the rest is there', async () => {
    const { side, disk } = await aPersonAmongOthers()
    expect((await whereFound(disk)).length).toBeGreaterThan(0)
    await erase(side)
    await side.composed.close()
    expect(await whereFound(disk)).toEqual([])
    const again = await startOn(disk, 'again')
    const texts = await textsNow(again)
    expect([idOf('hers'), idOf('of others'), idOf('about her'), idOf('corrected')].map((id) => texts.get(id))).toEqual([
      'Des bornes-fontaines',
      'Une digue',
      `Comme ${MARK} l’a dit, il faut de l’eau`,
      'On s’y oppose',
    ])
    expect(texts.get('draft note')).toBe(`${MARK} ajoute`)
    for (const audience of ['section', 'secretariat', 'public'] as const) {
      done(await again.client['bundle.send']({ kind: 'complete', audience }))
      done(await again.client['bundle.send']({ kind: 'projection', audience }))
    }
    done(await again.client['backup.make']({ passphrase: 'cheval pile agrafe correcte' }))
    expect(await whereFound(disk)).toEqual([])
  })

  it('leaves a store that verifies, and tells what was erased', async () => {
    const { side } = await aPersonAmongOthers()
    await erase(side)
    const verified = done(await side.client['store.verify']({ job: 'v' }))
    expect(verified.ok).toBe(true)
    expect(verified.contents.dropped).toBeGreaterThan(3)
    expect(verified.contents.missing).toBe(0)
  })

  it('does not come back with an old file, with undo, with a form that was left open, nor with a former version', async () => {
    const { side, disk } = await aPersonAmongOthers()
    const sent = done(await side.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const old = side.delivered.get(sent?.name ?? '') ?? ''
    const bytes = disk.files.get(old) ?? new Uint8Array()
    done(await side.client['versions.name']({ label: 'avant' }))
    await erase(side)
    expect(await side.client['edit.undo']({})).toMatchObject({ ok: false, failure: { type: 'NothingToUndo' } })
    await run(side, saveSpeaker())
    const merged = await side.client['bundle.merge']({
      files: [side.give(onRealDisk('old.rapx', bytes))],
      job: 'm',
      settle: [],
    })
    expect(merged.ok).toBe(true)
    for (const { position } of done(await side.client['versions.list']({ job: 'l' })))
      await side.client['versions.back']({ position, job: 'b' })
    await side.composed.close()
    disk.files.delete(old)
    expect(await whereFound(disk)).toEqual([])
    const workspace = await openAgain(await startOn(disk, 'again'))
    expect(JSON.stringify(workspace?.records)).not.toMatch(new RegExp(CANARIES.join('|'), 'u'))
  })

  it('is removed to the end by the next opening, wherever the program was stopped', async () => {
    const { side, disk } = await aPersonAmongOthers()
    await side.composed.close()
    const before = await textsNow(await startOn(copyOf(disk), 'look'))
    let reached = 0
    for (let n = 2; n < 400; n += 3) {
      const left = copyOf(disk)
      const one = await startOn(left, 'struck')
      await openAgain(one)
      const { named } = done(await one.client['erasure.look']({ person: PERSON, job: 'look' }))
      const replaced = named.map(({ record, field }) => `${record} ${field}`)
      let calls = 0
      left.refuse = () => ((calls += 1) >= n ? 'EIO' : null)
      await one.client['erasure.erase']({ person: PERSON, replaced, mark: MARK, job: 'erase' })
      left.refuse = () => null
      const again = await startOn(left, 'next')
      const opened = await openAgain(again)
      await again.composed.close()
      expect(opened?.readOnly).toBeNull()
      for (const [id, text] of before) {
        const now = textsOf(opened ?? never()).get(id)
        expect([text, text.replace('Amaltée CANARIS', MARK)]).toContain(now)
      }
      if (opened?.records.some(({ id }) => id === PERSON) === true) continue
      expect(await whereFound(left)).toEqual([])
      if (calls < n) break
      reached += 1
    }
    expect(reached).toBeGreaterThan(5)
  })

  it('takes her own drafts along, and those of forms about her', async () => {
    const { side, disk } = await aPersonAmongOthers()
    done(await side.client['draft.keep']({ key: `speaker ${SPEAKER}`, text: '{"function":"Chancelière"}' }))
    await run(side, edit('of others', 'Une digue de plus'))
    await erase(side)
    await side.composed.close()
    expect(await whereFound(disk, [...CANARIES, 'Chancelière'])).toEqual([])
  })
})

function never(): never {
  throw new Error('nothing is open')
}
