import { describe, expect, it } from 'vitest'
import { FailingDisk, type Fault } from '../../build/disks/failing-disk.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { done, nodeSide } from '../../build/node-side.ts'

const ORDER = { template: 'blank', edition: 'never begun' }

/** A consultation is created on a disk that refuses the first of its writings, in one way. */
async function refused(call: string, code: Fault) {
  const disk = new MemoryLayer()
  const failing = new FailingDisk(disk, (moment) =>
    moment.call === call && moment.path.includes('journal-') ? code : null,
  )
  const { client, composed } = await nodeSide('/data', failing)
  expect(await client['consultation.create'](ORDER)).toMatchObject({ failure: { type: 'NotSaved' } })
  await composed.close()
  return disk
}

describe('a consultation whose beginning the disk refused', () => {
  it.each([
    ['write', 'EIO'],
    ['write', 'ENOSPC'],
    ['write', 'EACCES'],
  ] as const)('is begun again, whole, once the disk takes it (%s, %s)', async (call, code) => {
    const { client, composed } = await nodeSide('/data', await refused(call, code))
    expect(done(await client['app.read']({})).consultations).toEqual([])
    const workspace = done(await client['consultation.create'](ORDER))
    expect(workspace.records.length).toBeGreaterThan(0)
    expect(workspace.found).toEqual([])
    await composed.close()
  })

  it('is not taken for an empty one', async () => {
    const disk = await refused('write', 'EIO')
    const { client } = await nodeSide('/data', disk)
    const folder = [...disk.files.keys()].find((path) => path.includes('/consultations/')) ?? ''
    const consultation = folder.split('/')[3] ?? ''
    expect(await client['consultation.open']({ consultation })).toEqual({
      ok: false,
      failure: { type: 'ConsultationNotFound' },
    })
  })
})
