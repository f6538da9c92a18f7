import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftOf, flushDrafts, forgetDraft, keepDraft } from '../../../renderer/state/drafts.ts'
import { keepPlace, placeOf } from '../../../renderer/state/place.ts'
import { saveState } from '../../../renderer/state/save-machine.ts'
import { useSave } from '../../../renderer/state/save.ts'
import { closeWorkspace, showWorkspace } from '../../../renderer/state/workspace-store.ts'
import { aDesktop, done, type TestDesktop } from '../../build/desktop.ts'

let desktop: TestDesktop
let consultation: string
let asked: { readonly text: string; readonly at: number }[]
let refusal: string | null
/** The disk answers at once, as fake time wants it. */
let isInstant: boolean

const said = () => saveState(useSave.getState()).state

async function open(): Promise<void> {
  const workspace = done(await desktop.client['consultation.create']({ template: '001' }))
  consultation = workspace.consultation
  showWorkspace(workspace)
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  desktop = await aDesktop()
  asked = []
  refusal = null
  isInstant = false
  const send = async (method: string, input: unknown): Promise<unknown> => {
    if (method === 'draft.keep') asked.push({ text: (input as { text: string }).text, at: Date.now() })
    if (refusal !== null) return { ok: false, failure: { type: 'NotSaved', code: refusal } }
    if (isInstant) return { ok: true, value: { at: Date.now() } }
    return desktop.composed.call(method, structuredClone(input))
  }
  vi.stubGlobal('window', { rapporteur: { send } })
  await open()
})

afterEach(async () => {
  closeWorkspace()
  vi.useRealTimers()
  await desktop.composed.close()
  vi.unstubAllGlobals()
})

/** Types letter by letter, one every so many milliseconds. */
async function type(key: string, text: string, every: number): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    keepDraft(key, text.slice(0, length))
    await vi.advanceTimersByTimeAsync(every)
  }
}

describe('what is being typed', () => {
  it('is on the disk within a second, even when one never pauses', async () => {
    const text = 'Les communes littorales adaptent leurs plans d’urbanisme.'
    isInstant = true
    const start = Date.now()
    await type('line a', text, 100)
    await vi.advanceTimersByTimeAsync(1_000)
    const moments = [start, ...asked.map(({ at }) => at)]
    for (const [index, { at }] of asked.entries()) expect(at - (moments[index] ?? 0)).toBeLessThan(1_000)
    expect(asked.at(-1)?.text).toBe(text)
    expect(said()).toBe('draft-kept')
  })

  it('is said to be kept only once it is, and not to be saved', async () => {
    keepDraft('line a', 'Un')
    expect(said()).toBe('typing')
    await vi.advanceTimersByTimeAsync(700)
    await vi.waitFor(() => expect(said()).toBe('draft-kept'))
    const again = done(await desktop.client['consultation.open']({ consultation }))
    expect(again.drafts).toMatchObject([{ key: 'line a', text: 'Un' }])
    keepDraft('line a', 'Un m')
    expect(said()).toBe('typing')
    forgetDraft('line a')
    expect(said()).toBe('saved')
    await flushDrafts()
    expect(done(await desktop.client['workspace.read']({})).drafts).toEqual([])
  })

  it('is said not to be saved when the disk refuses, and tried again by itself', async () => {
    refusal = 'ENOSPC'
    keepDraft('line a', 'Un')
    await vi.advanceTimersByTimeAsync(700)
    await vi.waitFor(() => expect(said()).toBe('not-saved'))
    expect(draftOf('line a')).toBe('Un')
    refusal = null
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(said()).toBe('draft-kept'))
  })

  it('is kept when its consultation is left, and never found in another', async () => {
    keepDraft('line a', 'À suivre')
    keepPlace('view', 'review')
    closeWorkspace()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    showWorkspace(done(await desktop.client['consultation.create']({ template: 'blank' })))
    expect(draftOf('line a')).toBeNull()
    expect(placeOf('view')).toBeUndefined()
    await open()
    expect(draftOf('line a')).toBe('À suivre')
    expect(placeOf('view')).toBe('review')
  })
})

describe('where the person is', () => {
  it('is kept part by part, and is not said to be a draft', async () => {
    keepPlace('view', 'review')
    keepPlace('review', { tab: 'trends' })
    expect(said()).toBe('saved')
    await flushDrafts()
    closeWorkspace()
    await open()
    expect([placeOf('view'), placeOf('review')]).toEqual(['review', { tab: 'trends' }])
  })
})
