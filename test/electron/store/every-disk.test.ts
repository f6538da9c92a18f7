import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { idOf } from '../../build/author.ts'
import { chance } from '../../build/chance.ts'
import { FailingDisk, theNth } from '../../build/disks/failing-disk.ts'
import { RecordingDisk } from '../../build/disks/recording-disk.ts'
import { slowDisk } from '../../build/disks/slow-disk.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, nodeSide, type NodeSide } from '../../build/node-side.ts'
import { capture, CONSULTATION, correct, create, openAgain, PLACES, textsOf } from '../../goals/a-consultation.ts'
import { contribution } from '../../goals/contribution.ts'

interface Disk {
  readonly layer: FileLayer
  readonly folder: string
}

const onMemory = (layer: (memory: MemoryLayer) => FileLayer) => async (): Promise<Disk> => ({
  layer: layer(new MemoryLayer()),
  folder: '/data',
})

async function realDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { layer: diskLayer, folder }
}

const DISKS: readonly (readonly [string, () => Promise<Disk>])[] = [
  ['the disk of this computer', realDisk],
  ['a disk in memory', onMemory((memory) => memory)],
  ['a disk that remembers its calls', onMemory((memory) => new RecordingDisk(['/data'], new Map(), memory))],
  [
    'a disk that takes half of what it is given',
    onMemory((memory) => new FailingDisk(memory, theNth(1, 'short', true))),
  ],
  ['a slow disk', onMemory((memory) => slowDisk(memory, chance(1)))],
]

const NOTES = [1, 2, 3].map((number) => idOf('note', String(number)))
const [FIRST = '', SECOND = '', THIRD = ''] = NOTES

/** A program on that disk, which ends with the test at the latest. */
async function program({ folder, layer }: Disk): Promise<NodeSide> {
  const side = await nodeSide(folder, layer)
  onTestFinished(() => side.composed.close())
  return side
}

/** A consultation with three notes. */
async function begun(disk: Disk): Promise<NodeSide> {
  const side = await program(disk)
  done(await create(side))
  for (const place of PLACES) done(await side.client['edit.apply'](place))
  for (const note of NOTES) done(await side.client['edit.apply'](capture(note, `Dit ${note}`)))
  return side
}

/** What is found by the next program that opens it. */
async function foundOn(disk: Disk): Promise<ReadonlyMap<string, string>> {
  const workspace = await openAgain(await program(disk))
  if (workspace === null) throw new Error('Nothing is there')
  expect(workspace.readOnly).toBeNull()
  return textsOf(workspace)
}

describe.each(DISKS)('on %s', (_name, make) => {
  it('a note is found again after the program was closed, and after it was not', async () => {
    const disk = await make()
    const side = await begun(disk)
    expect((await foundOn(disk)).get(FIRST)).toBe(`Dit ${FIRST}`)
    await side.composed.close()
    expect((await foundOn(disk)).get(THIRD)).toBe(`Dit ${THIRD}`)
  })

  it('a correction is found again, and one that was taken back is not', async () => {
    const disk = await make()
    const { client } = await begun(disk)
    done(await client['edit.apply'](correct(FIRST, 'Mieux dit')))
    done(await client['edit.apply'](correct(SECOND, 'Mal dit')))
    done(await client['edit.undo']({}))
    const found = await foundOn(disk)
    expect([found.get(FIRST), found.get(SECOND)]).toEqual(['Mieux dit', `Dit ${SECOND}`])
  })

  it('a draft is found again', async () => {
    const disk = await make()
    const { client } = await begun(disk)
    done(await client['draft.keep']({ key: 'note', text: 'Pas encore' }))
    done(await client['draft.keep']({ key: 'note', text: 'Pas encore dit' }))
    expect((await foundOn(disk)).get('draft note')).toBe('Pas encore dit')
  })

  it('contributions that were put in stay in, and go out again', async () => {
    const disk = await make()
    const side = await begun(disk)
    const { path, texts } = await contribution()
    const merged = done(await side.client['bundle.merge']({ files: [side.give(path)], job: 'merge', settle: [] }))
    done(await side.client['import.withdraw']({ import: merged.import }))
    const [id = ''] = texts.map(([note]) => note)
    expect((await foundOn(disk)).has(id)).toBe(false)
  })

  it('a file that was sent holds the notes', async () => {
    const disk = await make()
    const side = await begun(disk)
    const sent = done(await side.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const path = side.delivered.get(sent?.name ?? '') ?? ''
    expect(sent?.notes).toBe(NOTES.length)
    expect((await disk.layer.read(path))?.length).toBeGreaterThan(1_000)
  })

  it('it is listed under its identity once it was closed', async () => {
    const disk = await make()
    await (await begun(disk)).composed.close()
    const { consultations } = done(await (await program(disk)).client['app.read']({}))
    expect(consultations).toMatchObject([{ id: CONSULTATION, notes: NOTES.length }])
  })
})
