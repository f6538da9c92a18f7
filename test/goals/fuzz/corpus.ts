import { LIMITS } from '#shared/exchange/limits.ts'
import { PARTS } from '#shared/exchange/bundle.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { unpackTexts } from '#node/exchange/zip.ts'
import { packBundle } from '#node/exchange/make-bundle.ts'
import { decodeBundle } from '#shared/exchange/decode-bundle.ts'
import { idOf, sha256 } from '../../build/author.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, type NodeSide } from '../../build/node-side.ts'
import { foldOf } from '../../build/said.ts'
import { capture, CONSULTATION, correct, create, openAgain, PLACES } from '../a-consultation.ts'
import { aNote, operation, partsOf } from '../bad-inputs/bundle-kit.ts'
import { onRealDisk } from '../contribution.ts'
import { startOn } from '../start-on.ts'

/** The parts of a whole bundle, as texts. */
export type Parts = Readonly<Record<string, string>>

export interface Corpus {
  /** What lies on the disk of someone who receives files. */
  readonly disk: ReadonlyMap<string, Uint8Array>
  readonly bundles: readonly Parts[]
}

const NOTES = [1, 2, 3].map((number) => idOf('fuzzed', String(number)))

/** Someone's consultation, and whole files of others about it: complete, public, with erasures, conflicts, newer fields. */
export async function makeCorpus(): Promise<Corpus> {
  const [disk, elsewhere] = [new MemoryLayer(), new MemoryLayer()]
  const here = await startOn(disk, 'here')
  done(await create(here))
  for (const place of PLACES) done(await here.client['edit.apply'](place))
  for (const note of NOTES) done(await here.client['edit.apply'](capture(note, `Une digue ${note}`)))
  const first = await sent(here, disk, 'complete')
  const there = await startOn(elsewhere, 'there')
  done(await create(there))
  await there.composed.close()
  const again = await startOn(elsewhere, 'there again')
  await openAgain(again)
  done(await again.client['bundle.merge']({ files: [again.give(onRealDisk('a.rapx', first))], job: 'a', settle: [] }))
  for (const note of NOTES) done(await again.client['edit.apply'](correct(note, `Un barrage ${note}`)))
  done(await here.client['edit.apply'](correct(NOTES[0] ?? '', 'Un pont')))
  const [complete, projected] = [await sent(again, elsewhere, 'complete'), await sent(again, elsewhere, 'projection')]
  await Promise.all([here.composed.close(), again.composed.close()])
  const bundles = await Promise.all([first, complete, projected].map(textsOf))
  return { disk: disk.files, bundles: [...bundles, await erasing(bundles[1] ?? {}), newer(), small()] }
}

async function sent(side: NodeSide, disk: MemoryLayer, kind: 'complete' | 'projection'): Promise<Uint8Array> {
  const made = done(await side.client['bundle.send']({ kind, audience: 'secretariat' }))
  return disk.files.get(side.delivered.get(made?.name ?? '') ?? '') ?? new Uint8Array()
}

async function textsOf(bytes: Uint8Array): Promise<Parts> {
  const limits = Object.fromEntries(Object.values(PARTS).map((name) => [name, LIMITS.operationsBytes]))
  const texts = done(await unpackTexts(bytes, limits))
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? '']))
}

/** The same file once words of it were destroyed where it comes from. */
async function erasing(parts: Parts): Promise<Parts> {
  const { operations } = done(
    decodeBundle(
      { manifest: parts[PARTS.manifest] ?? '', operations: parts[PARTS.operations] ?? '', drops: '' },
      sha256,
    ),
  )
  const dropped = operations.filter(({ head }) => head.t === 'note').slice(0, 2)
  const fold = foldOf(operations, [dropped[0]?.id ?? '', { r: dropped[1]?.head.r ?? '', k: ['c'], why: 'asked' }])
  const place = { stream: idOf('erasing'), seq: 2, prev: null }
  const order = { kind: 'complete' as const, audience: null, consultation: CONSULTATION, place }
  return textsOf((await packBundle(operations, fold, order, sha256)).bytes)
}

const newer = (): Parts =>
  partsOf([canonical(aNote({ futureField: ['a', 1, true, null] })), canonical(aNote())].toSorted())

const small = (): Parts =>
  partsOf([canonical(operation({ label: 'Rivages' }, { kind: 'theme' })), canonical(aNote())].toSorted())
