import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { idOf } from '../build/author.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { Witness } from '../build/witness.ts'
import { capture, CONSULTATION, create, draftId, openAgain, PLACES, textsOf } from './a-consultation.ts'
import { contribution, onRealDisk } from './contribution.ts'
import { introduced, said, subjectOf } from './erased.ts'
import { DATA, startOn, USED } from './start-on.ts'
import type { Beginning } from './story.ts'

/** What a call of the page came to, as far as a person is told. */
export type Answer =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly failure: { readonly type: string; readonly code?: string } }

/** Something that a person does, on a disk on which any call of it may fail. */
export interface Action {
  readonly name: string
  readonly consultation: string
  /** What lies on the disk before, and what is known of it. */
  begin(): Promise<Beginning>
  /** The consultation is open before the action begins. */
  readonly isOpen: boolean
  /** What the action writes when it goes well, all or nothing. */
  readonly writes: () => Promise<ReadonlyMap<string, string>>
  act(side: NodeSide): Promise<Answer>
}

const NOTE = idOf('the note of an action')
const SOMEONE = subjectOf(0)
/** A store of the first format. */
const FIXTURE = resolve('test/fixtures/formats/store-v1')
const FORMER = readFileSync(join(FIXTURE, 'consultation.txt'), 'utf8').trim()

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}
const nothing = async (): Promise<ReadonlyMap<string, string>> => new Map()
/** A store in which people have worked. */
export const STORE = { consultation: CONSULTATION, begin: once(aStore), isOpen: true, writes: nothing }

export const ACTIONS: readonly Action[] = [
  {
    ...STORE,
    name: 'save',
    writes: async () => new Map([[NOTE, 'Dit']]),
    act: ({ client }) => client['edit.apply'](capture(NOTE, 'Dit')),
  },
  { ...STORE, name: 'open, snapshot and close', isOpen: false, act: openAndCloseOf(CONSULTATION) },
  {
    ...STORE,
    name: 'merge',
    writes: async () => new Map((await contribution()).texts),
    act: async (side) => {
      const { path } = await contribution()
      return side.client['bundle.merge']({ files: [side.give(path)], job: 'merge', settle: [] })
    },
  },
  {
    ...STORE,
    name: 'send',
    act: ({ client }) => client['bundle.send']({ kind: 'complete', audience: 'section' }),
  },
  {
    ...STORE,
    begin: once(aStoreWithSomeone),
    name: 'erase',
    act: ({ client }) => client['erasure.erase']({ person: SOMEONE.person, replaced: [], mark: '[…]', job: 'erase' }),
  },
  {
    ...STORE,
    name: 'begin',
    begin: async () => ({ files: USED, witness: new Witness() }),
    isOpen: false,
    act: (side) => create(side),
  },
  {
    consultation: FORMER,
    name: 'migrate',
    begin: once(aFormerStore),
    isOpen: false,
    writes: nothing,
    act: openAndCloseOf(FORMER),
  },
  {
    ...STORE,
    name: 'restore',
    begin: async () => ({ files: USED, witness: new Witness() }),
    isOpen: false,
    // What was being typed is not in a backup.
    writes: async () => {
      const { files } = await STORE.begin()
      return new Map([...(await textsIn(files, CONSULTATION))].filter(([id]) => id !== draftId('note')))
    },
    act: async (side) => side.client['backup.restore']({ file: side.give(await backup()) }),
  },
]

/** Opens, lets what is done beside come to its end, and closes. */
function openAndCloseOf(consultation: string): Action['act'] {
  return async ({ client, composed }) => {
    const opened = await client['consultation.open']({ consultation })
    await composed.close()
    return opened
  }
}

/** A store in which a program has worked twice. */
async function aStore(): Promise<Beginning> {
  const disk = new MemoryLayer()
  for (const [path, bytes] of USED) disk.files.set(path, bytes)
  const witness = new Witness()
  const first = await startOn(disk, 'first')
  done(await create(first))
  for (const place of PLACES) done(await first.client['edit.apply'](place))
  for (const number of [1, 2, 3]) done(await first.client['edit.apply'](capture(idOf(`note ${number}`), `${number}`)))
  await first.composed.close()
  const second = await startOn(disk, 'second')
  await openAgain(second)
  done(await second.client['edit.apply'](capture(idOf('note 4'), '4')))
  done(await second.client['draft.keep']({ key: 'note', text: 'Pas encore dit' }))
  await second.composed.close()
  return known(disk.files, witness, CONSULTATION)
}

/** The same, where someone has spoken. */
async function aStoreWithSomeone(): Promise<Beginning> {
  const { files } = await STORE.begin()
  const disk = new MemoryLayer()
  for (const [path, bytes] of files) disk.files.set(path, bytes)
  const side = await startOn(disk, 'someone')
  await openAgain(side)
  done(await side.client['edit.apply'](introduced(SOMEONE)))
  done(await side.client['edit.apply'](said(idOf('note of someone'), 'Dit par quelqu’un', SOMEONE.speaker)))
  await side.composed.close()
  return known(disk.files, new Witness(), CONSULTATION)
}

async function aFormerStore(): Promise<Beginning> {
  const folder = `${DATA}/consultations/${FORMER}`
  const files = new Map(USED)
  for (const name of readdirSync(FIXTURE)) files.set(`${folder}/${name}`, readFileSync(join(FIXTURE, name)))
  return known(files, new Witness(), FORMER)
}

/** All that a disk shows is taken as saved. */
async function known(files: Beginning['files'], witness: Witness, consultation: string): Promise<Beginning> {
  for (const [id, text] of await textsIn(files, consultation)) {
    witness.asked(id, text)
    witness.saved(id, text)
  }
  return { files: new Map(files), witness }
}

async function textsIn(files: Beginning['files'], consultation: string): Promise<ReadonlyMap<string, string>> {
  const copy = new MemoryLayer()
  for (const [path, bytes] of files) copy.files.set(path, bytes)
  const workspace = await openAgain(await startOn(copy, 'look'), consultation)
  return workspace === null ? new Map() : textsOf(workspace)
}

/** A backup of that store, on the disk of this computer until the goal has run. */
const backup = once(async () => {
  const disk = new MemoryLayer()
  for (const [path, bytes] of (await STORE.begin()).files) disk.files.set(path, bytes)
  const side = await startOn(disk, 'backup')
  await openAgain(side)
  const made = done(await side.client['backup.make']({}))
  const bytes = disk.files.get(side.delivered.get(made?.name ?? '') ?? '')
  if (bytes === undefined) throw new Error('No backup was made')
  return onRealDisk('backup.rapx', bytes)
})
