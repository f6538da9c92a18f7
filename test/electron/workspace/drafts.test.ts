import { describe, expect, it } from 'vitest'
import { aDesktop, done } from '../../build/desktop.ts'

describe('what is being typed in a consultation', () => {
  it('is given back at the next opening, to that consultation alone', async () => {
    const first = await aDesktop()
    const { consultation } = done(await first.client['consultation.create']({ template: '001' }))
    const { at } = done(await first.client['draft.keep']({ key: 'line a', text: 'Les communes littorales' }))
    done(await first.client['draft.keep']({ key: 'line b', text: 'Dit, puis écrit' }))
    done(await first.client['draft.keep']({ key: 'line b', text: '' }))
    expect(done(await first.client['consultation.create']({ template: 'blank' })).drafts).toEqual([])
    await first.composed.close()

    const second = await aDesktop(first.folder)
    const again = done(await second.client['consultation.open']({ consultation }))
    expect(again.drafts).toEqual([{ key: 'line a', text: 'Les communes littorales', at }])
  })

  it('is not kept while nothing is open', async () => {
    const { client } = await aDesktop()
    expect(await client['draft.keep']({ key: 'line a', text: 'Seul' })).toMatchObject({
      ok: false,
      failure: { type: 'NothingOpen' },
    })
  })
})
