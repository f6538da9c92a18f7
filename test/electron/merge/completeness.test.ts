import { describe, expect, it } from 'vitest'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'

async function someone() {
  const desktop = await aDesktop()
  const { session, axis } = placesIn(done(await desktop.client['consultation.create']({ template: '001' })).records)
  const takes = async (text: string) => {
    const note = fromBytes(randomBytes)
    done(await desktop.client['edit.apply'](aNote({ note, text, session, axis })))
  }
  return { ...desktop, session, takes }
}
type Someone = Awaited<ReturnType<typeof someone>>

async function handed(from: Someone, to: Someone): Promise<string> {
  const sent = done(await from.client['bundle.send']({ kind: 'complete', audience: 'section' }))
  return to.give(from.delivered.get(sent?.name ?? '') ?? '')
}

/** What the preview of a file says of the streams that write in it. */
const streamsOf = async (here: Someone, file: string) =>
  done(await here.client['bundle.preview']({ files: [file], job: 'p' })).files[0]?.streams

describe('The preview of a complete file', () => {
  it('finds nothing missing of someone who keeps nothing back, at the first file and at the next', async () => {
    const [here, there] = [await someone(), await someone()]
    await there.takes('Une digue')
    const first = await handed(there, here)
    const [stream] = (await streamsOf(here, first)) ?? []
    expect(stream).toMatchObject({ missing: [], twice: [] })
    done(await here.client['bundle.merge']({ files: [first], job: 'm', settle: [] }))
    await there.takes('Un barrage')
    const [next] = (await streamsOf(here, await handed(there, here))) ?? []
    expect(next).toMatchObject({ stream: stream?.stream, missing: [], twice: [] })
    expect(next?.received).toHaveLength(1)
    expect(next?.received[0]?.[1]).toBeGreaterThan(stream?.received[0]?.[1] ?? 0)
  })

  it('tells the numbers of what stayed with its author, and those only', async () => {
    const [here, there] = [await someone(), await someone()]
    await there.takes('Une digue')
    const link = { type: 'record.save' as const, kind: 'session', record: there.session, set: { link: 'privé' } }
    done(await there.client['edit.apply'](link))
    await there.takes('Un barrage')
    const [stream] = (await streamsOf(here, await handed(there, here))) ?? []
    expect(stream?.missingCount).toBe(1)
    expect(stream?.received).toHaveLength(2)
  })
})
