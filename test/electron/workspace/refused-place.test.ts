import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aDesktop, aFolder, done } from '../../build/desktop.ts'

it('a consultation whose folder is synchronised by a service is open to be read only, whole, and says why', async () => {
  const watched = await aFolder()
  const here = await aDesktop(join(watched, 'Rapporteur'))
  const { consultation, records } = done(await here.client['consultation.create']({ template: '001' }))
  await here.composed.close()
  await mkdir(join(watched, '.stfolder'))
  const { client, composed } = await aDesktop(here.folder)
  const opened = done(await client['consultation.open']({ consultation }))
  expect(opened.readOnly).toEqual({ type: 'SyncedFolder', service: 'Syncthing' })
  expect(opened.records).toHaveLength(records.length)
  expect(await client['versions.name']({ label: 'ici' })).toMatchObject({ failure: { code: 'READ_ONLY' } })
  await composed.close()
})
