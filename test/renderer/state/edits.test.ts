import { describe, expect, it, vi } from 'vitest'
import { edit, redo, undo, writeWith } from '../../../renderer/state/edits.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import { aPage, capture, expectSame, records, said } from './a-page.ts'

const page = aPage()

describe('the page’s copy of a consultation', () => {
  it('follows what is written, taken back and written again', async () => {
    for (const text of ['Un', 'Deux', 'Trois']) done(await edit(capture(text)))
    await expectSame(page)
    done(await undo())
    done(await undo())
    await expectSame(page)
    done(await redo())
    await expectSame(page)
    expect([...records().values()].filter(({ kind }) => kind === 'note')).toHaveLength(2)
  })

  it('follows contributions that come and go', async () => {
    const other = await aDesktop()
    done(await other.client['consultation.create']({ template: '001' }))
    done(await other.client['edit.apply'](capture('Venu d’ailleurs')))
    const sent = done(await other.client['bundle.send']({ kind: 'projection', audience: 'secretariat' }))
    const file = page.desktop.give(other.delivered.get(sent?.name ?? '') ?? '')
    const merged = done(await writeWith('bundle.merge', { files: [file], job: 'merge', settle: [] }))
    await expectSame(page)
    done(await writeWith('import.withdraw', { import: merged.import }))
    await expectSame(page)
    expect([...records().values()].filter(({ kind }) => kind === 'note')).toHaveLength(0)
  })
})

describe('what a person is told of their work', () => {
  it('is that it is saved, once the disk has it', async () => {
    done(await edit(capture('Sur le disque')))
    const { savedAt } = done(await page.desktop.client['workspace.read']({}))
    expect(said()).toEqual({ state: 'saved', savedAt })
  })

  it('is that it is on its way, only when that takes long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const command = capture('Lentement')
    const answer = await page.send('edit.apply', command)
    let reply: (value: unknown) => void = () => {}
    page.send = () => new Promise((done) => (reply = done))
    const writing = edit(command)
    await vi.advanceTimersByTimeAsync(300)
    expect(said().state).toBe('saved')
    await vi.advanceTimersByTimeAsync(300)
    expect(said().state).toBe('saving')
    reply(answer)
    done(await writing)
    expect(said().state).toBe('saved')
  })

  it('is that a writing is saved, even while another waits', async () => {
    const answers: (() => void)[] = []
    const real = page.send
    page.send = async (method, input) => {
      const answer = await real(method, input)
      if ((input as { text?: string }).text === 'Bloquée') await new Promise<void>((go) => answers.push(go))
      return answer
    }
    const blocked = edit(capture('Bloquée'))
    done(await edit(capture('Passée')))
    expect(said().state).toBe('saved')
    answers[0]?.()
    done(await blocked)
    await expectSame(page)
  })
})
