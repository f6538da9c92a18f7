import { describe, expect, it } from 'vitest'
import { aDesktop, done } from '../../build/desktop.ts'

describe('the desk', () => {
  it('opens one consultation at a time, however often it is asked: none takes the lock of another', async () => {
    const { client, composed } = await aDesktop()
    const { consultation } = done(await client['consultation.create']({ template: '001' }))
    done(await client['consultation.create']({ template: '002' }))
    const both = await Promise.all([
      client['consultation.open']({ consultation }),
      client['consultation.open']({ consultation }),
    ])
    for (const opened of both) expect(done(opened)).toMatchObject({ consultation, readOnly: null, found: [] })
    expect((await client['versions.name']({ label: 'ici' })).ok).toBe(true)
    await composed.close()
  })
})
