import { afterEach, beforeEach, expect, vi } from 'vitest'
import { newId as fromBytes } from '#shared/kit/id.ts'
import type { CommandOf } from '#shared/edit/command.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { randomBytes } from '#node/machine.ts'
import { type SaveState, saveState } from '../../../renderer/state/save-machine.ts'
import { useSave } from '../../../renderer/state/save.ts'
import { closeWorkspace, showWorkspace, usePage } from '../../../renderer/state/workspace-store.ts'
import { aDesktop, done, type TestDesktop } from '../../build/desktop.ts'
import { aNote, placesIn } from '../../build/note.ts'

const newId = (): string => fromBytes(randomBytes)

/** The page's own state over a real node side, for the tests of one file. */
export interface TestPage {
  desktop: TestDesktop
  /** What the disk says to whatever is to be flushed; null when it takes it. */
  refusal: string | null
  /** How a call goes over. */
  send: TestDesktop['composed']['call']
}

/** A disk that can be told to refuse, and the page on the node side that writes to it; new for each test of a file. */
export function aPage(): TestPage {
  const page = { refusal: null } as TestPage
  const layer: FileLayer = {
    ...diskLayer,
    open: async (path, how) => {
      const file = await diskLayer.open(path, how)
      const sync = async (): Promise<void> => {
        if (page.refusal !== null) throw Object.assign(new Error(page.refusal), { code: page.refusal })
        await file.sync()
      }
      return { ...file, sync }
    },
  }
  beforeEach(async () => {
    page.refusal = null
    page.desktop = await aDesktop(undefined, layer)
    page.send = page.desktop.composed.call
    const rapporteur = { send: (method: string, input: unknown) => page.send(method, structuredClone(input)) }
    vi.stubGlobal('window', { rapporteur })
    showWorkspace(done(await page.desktop.client['consultation.create']({ template: '001' })))
  })
  afterEach(async () => {
    vi.useRealTimers()
    closeWorkspace()
    page.refusal = null
    await page.desktop.composed.close()
    vi.unstubAllGlobals()
  })
  return page
}

/** What the person is told. */
export const said = (): SaveState => saveState(useSave.getState())

export const records = () => usePage.getState().workspace?.records ?? new Map()

export const notes = (): readonly string[] =>
  [...records().values()].filter(({ kind }) => kind === 'note').map(({ f }) => String(f.text))

export const capture = (text: string): CommandOf<'note.capture'> =>
  aNote({ note: newId(), text, ...placesIn(records().values()) })

/** The page's copy is what the node side would tell if it were asked for everything. */
export async function expectSame({ desktop }: TestPage): Promise<void> {
  const { records: theirs, history } = done(await desktop.client['workspace.read']({}))
  expect(records()).toEqual(new Map(theirs.map((record) => [record.id, record])))
  expect(usePage.getState().workspace?.history).toEqual(history)
}
