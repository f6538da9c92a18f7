import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId as fromBytes } from '#shared/kit/id.ts'
import type { Command } from '#shared/edit/command.ts'
import { randomBytes } from '#node/machine.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { edit, redo, undo, writeWith } from '../../../renderer/state/edits.ts'
import { showWorkspace, usePage } from '../../../renderer/state/workspace-store.ts'
import { aDesktop, done, type TestDesktop } from '../../build/desktop.ts'

const newId = (): string => fromBytes(randomBytes)

/** A disk that can be told to refuse, and the page on the node side that writes to it. */
let desktop: TestDesktop
let refusal: string | null
let send: TestDesktop['composed']['call']

const layer: FileLayer = {
  ...diskLayer,
  open: async (path, how) => {
    const file = await diskLayer.open(path, how)
    return {
      ...file,
      sync: async () => {
        if (refusal !== null) throw Object.assign(new Error(refusal), { code: refusal })
        await file.sync()
      },
    }
  },
}

beforeEach(async () => {
  refusal = null
  desktop = await aDesktop(undefined, layer)
  send = desktop.composed.call
  const rapporteur = { send: (method: string, input: unknown) => send(method, structuredClone(input)) }
  vi.stubGlobal('window', { rapporteur })
  showWorkspace(done(await desktop.client['consultation.create']({ template: '001' })))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const records = () => usePage.getState().workspace?.records ?? new Map()
const first = (kind: string): string => [...records().values()].find((record) => record.kind === kind)?.id ?? ''

const capture = (text: string): Command => ({
  type: 'note.capture',
  note: newId(),
  text,
  lang: 'fr',
  session: first('session'),
  axis: first('axis'),
  speaker: null,
  noteKind: 'observation',
  stance: null,
  scope: 'undecided',
  themes: [],
  newThemes: [],
  at: 1_620_396_000_000,
})

/** The page's copy is what the node side would tell if it were asked for everything. */
async function expectSame(): Promise<void> {
  const { records: theirs, history } = done(await desktop.client['workspace.read']({}))
  expect(records()).toEqual(new Map(theirs.map((record) => [record.id, record])))
  expect(usePage.getState().workspace?.history).toEqual(history)
}

describe('the page’s copy of a consultation', () => {
  it('follows what is written, taken back and written again', async () => {
    for (const text of ['Un', 'Deux', 'Trois']) done(await edit(capture(text)))
    await expectSame()
    done(await undo())
    done(await undo())
    await expectSame()
    done(await redo())
    await expectSame()
    expect([...records().values()].filter(({ kind }) => kind === 'note')).toHaveLength(2)
  })

  it('follows contributions that come and go', async () => {
    const other = await aDesktop()
    done(await other.client['consultation.create']({ template: '001' }))
    done(await other.client['edit.apply'](capture('Venu d’ailleurs')))
    const sent = done(await other.client['bundle.send']({ kind: 'projection', audience: 'secretariat' }))
    const file = desktop.give(other.delivered.get(sent?.name ?? '') ?? '')
    const merged = done(await writeWith('bundle.merge', { files: [file], job: 'merge', settle: [] }))
    await expectSame()
    done(await writeWith('import.withdraw', { import: merged.import }))
    await expectSame()
    expect([...records().values()].filter(({ kind }) => kind === 'note')).toHaveLength(0)
  })
})

describe('what a person is told of their work', () => {
  it('is that it is saved, once the disk has it', async () => {
    done(await edit(capture('Sur le disque')))
    const { savedAt } = done(await desktop.client['workspace.read']({}))
    expect(usePage.getState().save).toEqual({ state: 'saved', at: savedAt })
  })

  it('is that it is not, and why, when the disk refuses; nothing then seems written', async () => {
    const before = records()
    refusal = 'ENOSPC'
    const refused = await edit(capture('Perdu ?'))
    expect(refused).toMatchObject({ ok: false, failure: { type: 'NotSaved', code: 'ENOSPC' } })
    expect(usePage.getState().save).toMatchObject({ state: 'not-saved', code: 'ENOSPC' })
    expect(records()).toBe(before)
    refusal = null
    done(await edit(capture('Retrouvé')))
    expect(usePage.getState().save.state).toBe('saved')
    await expectSame()
  })

  it('is that it is on its way, only when that takes long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const answer = await send('edit.apply', capture('Lentement'))
    let reply: (value: unknown) => void = () => {}
    send = () => new Promise((done) => (reply = done))
    const writing = edit(capture('Lentement'))
    await vi.advanceTimersByTimeAsync(300)
    expect(usePage.getState().save.state).toBe('saved')
    await vi.advanceTimersByTimeAsync(300)
    expect(usePage.getState().save.state).toBe('saving')
    reply(answer)
    done(await writing)
    expect(usePage.getState().save.state).toBe('saved')
  })
})
