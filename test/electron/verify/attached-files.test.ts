import { createHash } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newId } from '#shared/kit/id.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { digest, randomBytes } from '#node/machine.ts'
import { verifyPath } from '#node/verify/verify-job.ts'
import { aDesktop, done } from '../../build/desktop.ts'

const PICTURE = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3])
const NAME = createHash('sha256').update(PICTURE).digest('hex')

/** A closed store whose session has a picture, with a file and a backup of it. */
async function aStore() {
  const { client, composed, folder, delivered } = await aDesktop()
  const { consultation } = done(await client['consultation.create']({ template: '001' }))
  const [session, attachment] = [newId(randomBytes), newId(randomBytes)]
  const set = { label: 'Plénière', level: 1 }
  done(await client['edit.apply']({ type: 'record.save', kind: 'session', record: session, set }))
  done(await client['attachment.add']({ attachment, on: session, label: '', fileName: '', bytes: PICTURE }))
  done(await client['bundle.send']({ kind: 'complete', audience: 'section' }))
  done(await client['backup.make']({}))
  await composed.close()
  const store = join(folder, 'consultations', consultation)
  const places = [store, join(folder, 'copies', consultation)].map((at) => join(at, 'files', NAME.slice(0, 2), NAME))
  return { store, places, sent: [...delivered.values()] }
}

async function filesCheck(
  path: string,
): Promise<Pick<Verification['checks'][number], 'examined' | 'state'> & { faults: readonly string[] }> {
  const read = done(await verifyPath({ path, passphrase: null, isOpenHere: false }, () => {}, diskLayer, digest))
  const { examined = 0, state = 'good', places = [] } = read.checks.find(({ check }) => check === 'files') ?? {}
  return { examined, state, faults: places.map(({ fault }) => fault) }
}

describe('Verifying attached files', () => {
  it('finds them whole in a store, in what was sent and in a backup', async () => {
    const { store, sent } = await aStore()
    for (const path of [store, ...sent]) {
      expect(await filesCheck(path)).toEqual({ examined: 1, state: 'good', faults: [] })
    }
    expect(sent).toHaveLength(2)
  })

  it('tells one that is lost or altered in both places, and passes over one that a copy puts right', async () => {
    const { store, places } = await aStore()
    const [own = '', copy = ''] = places
    await rm(own)
    expect((await filesCheck(store)).faults).toEqual([])
    await writeFile(copy, 'altered')
    expect(await filesCheck(store)).toMatchObject({ state: 'damage', faults: ['altered'] })
    await rm(copy)
    expect(await filesCheck(store)).toMatchObject({ state: 'damage', faults: ['file-lost'] })
  })
})
