import { describe, expect, it, vi } from 'vitest'
import type { Command } from '#shared/edit/command.ts'
import { edit, undo } from '../../../renderer/state/edits.ts'
import { refusedWritings } from '../../../renderer/state/save-machine.ts'
import { useSave } from '../../../renderer/state/save.ts'
import { showWorkspace } from '../../../renderer/state/workspace-store.ts'
import { retry } from '../../../renderer/state/writings.ts'
import { done } from '../../build/desktop.ts'
import { aPage, capture, expectSame, notes, records, said } from './a-page.ts'

const page = aPage()

describe('what the disk refuses', () => {
  it('is said, with its reason, and kept until it is saved; nothing then seems written', async () => {
    const before = records()
    page.refusal = 'ENOSPC'
    const first = edit(capture('Une'))
    await vi.waitFor(() => expect(said()).toMatchObject({ state: 'not-saved', code: 'ENOSPC', writings: 1 }))
    expect(records()).toBe(before)
    page.refusal = null
    await retry()
    done(await first)
    expect(said().state).toBe('saved')
    await expectSame(page)
  })

  it('is tried again by the next writing, in the order it was made', async () => {
    page.refusal = 'EIO'
    const writings = ['Une', 'Deux', 'Trois'].map((text) => edit(capture(text)))
    await vi.waitFor(() => expect(refusedWritings(useSave.getState())).toHaveLength(3))
    page.refusal = null
    done(await edit(capture('Quatre')))
    for (const writing of writings) done(await writing)
    const { records: kept } = done(await page.desktop.client['workspace.read']({}))
    expect(kept.flatMap(({ kind, f }) => (kind === 'note' ? [f['text']] : []))).toHaveLength(4)
    expect(notes()).toEqual(['Une', 'Deux', 'Trois', 'Quatre'])
    expect(said().state).toBe('saved')
  })

  it('is tried again by itself, soon and then from time to time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let tries = 0
    const real = page.send
    page.send = async (method, input) => {
      tries += 1
      return tries < 4 ? { ok: false, failure: { type: 'NotSaved', code: 'ENOSPC' } } : real(method, input)
    }
    const writing = edit(capture('Patience'))
    await vi.advanceTimersByTimeAsync(4_900)
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(14_000)
    expect(tries).toBe(2)
    await vi.advanceTimersByTimeAsync(17_000)
    expect(tries).toBe(4)
    vi.useRealTimers()
    done(await writing)
  })

  it('is not hidden by something else that is saved', async () => {
    const real = page.send
    page.send = async (method, input) =>
      (input as { text?: string }).text === 'Grande'
        ? { ok: false, failure: { type: 'NotSaved', code: 'ENOSPC' } }
        : real(method, input)
    void edit(capture('Grande'))
    // Both were on their way at once.
    done(await edit(capture('Petite')))
    await vi.waitFor(() => expect(said().state).toBe('not-saved'))
    expect(notes()).toEqual(['Petite'])
  })

  it('can be given up, and is then never written', async () => {
    page.refusal = 'EIO'
    const way = new AbortController()
    const writing = edit(capture('Laissée'), way.signal)
    await vi.waitFor(() => expect(said().state).toBe('not-saved'))
    way.abort()
    expect(await writing).toMatchObject({ ok: false, failure: { type: 'GivenUp' } })
    expect(said().state).toBe('saved')
    page.refusal = null
    await retry()
    await expectSame(page)
    expect(notes()).toEqual([])
  })

  it('is never written into another consultation', async () => {
    page.refusal = 'EIO'
    const writing = edit(capture('D’ici'))
    await vi.waitFor(() => expect(said().state).toBe('not-saved'))
    page.refusal = null
    showWorkspace(done(await page.desktop.client['consultation.create']({ template: 'blank' })))
    expect(await writing).toMatchObject({ ok: false })
    await retry()
    expect(notes()).toEqual([])
  })

  it('holds back what would be taken back before it', async () => {
    done(await edit(capture('Une')))
    page.refusal = 'EIO'
    const writing = edit(capture('Deux'))
    await vi.waitFor(() => expect(said().state).toBe('not-saved'))
    expect(await undo()).toMatchObject({ ok: false, failure: { type: 'NotSaved' } })
    page.refusal = null
    done(await undo())
    done(await writing)
    expect(notes()).toEqual(['Une'])
    await expectSame(page)
  })

  it('leaves two writings to one record in the order they were made', async () => {
    const note = capture('Un texte')
    done(await edit(note))
    const change = (text: string): Command => ({
      type: 'notes.edit',
      notes: [note.note],
      set: { text },
      addThemes: [],
      newThemes: [],
      removeThemes: [],
    })
    const real = page.send
    let isFirst = true
    page.send = async (method, input) => {
      const refuses = isFirst
      isFirst = false
      return refuses ? { ok: false, failure: { type: 'NotSaved', code: 'EIO' } } : real(method, input)
    }
    const writings = [edit(change('Avant')), edit(change('Après'))]
    await vi.waitFor(() => expect(refusedWritings(useSave.getState())).toHaveLength(2))
    await retry()
    for (const writing of writings) done(await writing)
    expect(notes()).toEqual(['Après'])
  })
})
