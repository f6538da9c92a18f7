import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { makeBackup, packBackup } from '#node/exchange/make-backup.ts'
import { readBackup } from '#node/exchange/read-backup.ts'
import { restoreBackup } from '#node/exchange/restore-backup.ts'
import { digest } from '#node/machine.ts'
import { readJournal, segmentsIn } from '#node/store/read-journal.ts'
import { storePlace } from '#node/store/store-place.ts'
import { stateOf } from '#node/store/store-state.ts'
import type { Result } from '#shared/kit/result.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { chance } from '../build/chance.ts'
import { done, nodeSide } from '../build/node-side.ts'
import { randomJournal } from '../build/random-journal.ts'
import { Tally, type Goal } from './goal.ts'

const PASSPHRASE = 'cheval pile agrafe correcte'
/** Quick to open: what is proven is what comes back, and not how long a guess takes. */
const WORK = 2

/** A store of a random history, its backup, and what an empty profile makes of that file and the passphrase alone. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R21')
  for (let at = 0; at < cases; at += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'rapporteur-r21-'))
    try {
      const differing = await restored(folder, seed + at)
      if (differing.length > 0) tally.failed(seed + at, `not as they were: ${differing.join(', ')}`, 1)
    } catch (error) {
      tally.failed(seed + at, String(error), 1)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return tally.result(cases)
}

async function restored(folder: string, seed: number): Promise<readonly string[]> {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  const consultation = await aStore(here, seed)
  const before = await told(here, consultation)
  const file = join(folder, 'backup.rapx')
  const order = {
    ...storePlace(here, consultation),
    upTo: null,
    place: { stream: 's', seq: 1, prev: null },
    at: seed,
    passphrase: PASSPHRASE,
    unsaved: [],
  }
  await writeFile(file, must(await makeBackup(order, diskLayer, digest, WORK)).bytes)
  await rm(here, { recursive: true })
  const read = must(await readBackup(new Uint8Array((await diskLayer.read(file)) ?? []), PASSPHRASE, digest))
  must(await restoreBackup(read, there, diskLayer, digest))
  const after = await told(there, consultation)
  const differing = (['hash', 'records', 'imports', 'register'] as const).filter((part) => before[part] !== after[part])
  return before.streams.has(after.stream) ? [...differing, 'the stream, which is the former one'] : differing
}

/** A store that holds a random history and in which a person has then worked. */
async function aStore(dataFolder: string, seed: number): Promise<string> {
  const { consultation, entries } = randomJournal(seed)
  const place = { stream: 's', seq: 1, prev: null }
  const packed = must(await packBackup(entries, { consultation, place, at: 0, passphrase: PASSPHRASE }, digest, WORK))
  const read = must(await readBackup(packed.bytes, PASSPHRASE, digest))
  must(await restoreBackup(read, dataFolder, diskLayer, digest))
  const { client, composed } = await nodeSide(dataFolder)
  done(await client['consultation.open']({ consultation }))
  const [region] = [chance(seed).below(1000)]
  await client['edit.apply']({
    type: 'record.save',
    kind: 'region',
    record: `Region${String(region).padStart(16, '0')}`,
    set: { label: `Région ${region}` },
  })
  await composed.close()
  return consultation
}

interface Told {
  readonly hash: string
  readonly records: string
  readonly imports: string
  readonly register: string
  readonly streams: ReadonlySet<string>
  /** Where the next writing goes. */
  readonly stream: string
}

/** All that a profile says of a consultation: on the disk, and to the page. */
async function told(dataFolder: string, consultation: string): Promise<Told> {
  const { folder } = storePlace(dataFolder, consultation)
  const { entries } = await readJournal(segmentsIn(folder, diskLayer), consultation, digest)
  const state = stateOf(entries.map(({ entry }) => entry))
  const { client, composed } = await nodeSide(dataFolder)
  const { records } = done(await client['consultation.open']({ consultation }))
  const imports = JSON.stringify(done(await client['import.list']({})))
  const register = JSON.stringify(done(await client['register.list']({})))
  await composed.close()
  const identity = JSON.parse(
    new TextDecoder().decode((await diskLayer.read(join(folder, 'identity.json'))) ?? undefined),
  ) as { readonly stream: string }
  return {
    hash: canonicalHash(state.fold, digest),
    records: JSON.stringify(records.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    imports,
    register,
    streams: new Set([...state.positions.keys(), ...(dataFolder.endsWith('here') ? [identity.stream] : [])]),
    stream: identity.stream,
  }
}

function must<Value>(result: Result<Value, { readonly type: string }>): Value {
  if (!result.ok) throw new Error(result.failure.type)
  return result.value
}
