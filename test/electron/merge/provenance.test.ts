import { describe, expect, it } from 'vitest'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'

const newId = (): string => fromBytes(randomBytes)

async function someone() {
  const desktop = await aDesktop()
  const opened = done(await desktop.client['consultation.create']({ template: '001' }))
  return { ...desktop, ...placesIn(opened.records) }
}
type Someone = Awaited<ReturnType<typeof someone>>

const writersIn = async ({ client }: Someone, record: string) =>
  new Map(done(await client['record.provenance']({ record, job: 'p' })).map(({ field, writings }) => [field, writings]))

describe('Who wrote what is shown', () => {
  it('is read from the journal: here, with a file, or given by the template', async () => {
    const [here, there] = [await someone(), await someone()]
    const note = newId()
    const { session, axis } = there
    done(await there.client['edit.apply'](aNote({ note, text: 'Les nappes ne suffisent plus', session, axis })))
    const sent = done(await there.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const file = here.give(there.delivered.get(sent?.name ?? '') ?? '')
    done(await here.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    const changes = { addThemes: [], newThemes: [], removeThemes: [] }
    done(await here.client['edit.apply']({ type: 'notes.edit', notes: [note], set: { stance: 'opposes' }, ...changes }))
    const writers = await writersIn(here, note)
    expect(writers.get('text')).toMatchObject([{ isOurs: false, isGiven: false }])
    expect(writers.get('text')?.[0]?.file).toMatch(/\.rapx$/)
    expect(writers.get('text')?.[0]?.at).toBeGreaterThan(0)
    expect(writers.get('stance')).toMatchObject([{ isOurs: true, file: null }])
    expect((await writersIn(there, note)).get('text')).toMatchObject([{ isOurs: true }])
    const label = (await writersIn(here, axis)).get('label')
    expect(label).toMatchObject([{ isGiven: true, at: null, by: null }])
  })

  it('is nothing of a record that is not there', async () => {
    expect(await writersIn(await someone(), newId())).toEqual(new Map())
  })
})
