import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesktop, aFolder, done } from '../../build/desktop.ts'

const FROZEN = join(import.meta.dirname, '../../fixtures/formats/store-v1')

describe('a store of format 1', () => {
  it('is brought to the layout of today, told, with a state to come back to, and told once', async () => {
    const folder = await aFolder()
    const consultation = (await readFile(join(FROZEN, 'consultation.txt'), 'utf8')).trim()
    await cp(FROZEN, join(folder, 'consultations', consultation), { recursive: true })
    const { client, composed } = await aDesktop(folder)
    const first = done(await client['consultation.open']({ consultation }))
    // Its host is another computer's: the stream is new, and nothing is lost.
    expect(first.found).toEqual([{ type: 'Migrated', from: 1, to: 2 }])
    expect(first.records.filter(({ kind }) => kind === 'note')).toHaveLength(5)
    const versions = done(await client['versions.list']({ job: 'list' }))
    expect(versions.map(({ reason }) => reason)).toEqual(['migration'])
    await composed.close()
    const again = done(await (await aDesktop(folder)).client['consultation.open']({ consultation }))
    expect(again.found).toEqual([])
    expect(again.records).toHaveLength(first.records.length)
  })
})
