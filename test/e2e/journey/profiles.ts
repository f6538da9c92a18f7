import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { newId as fromBytes } from '#shared/kit/id.ts'
import {
  answerOpenDialog,
  answerSaveDialog,
  expect,
  launch,
  openPage,
  send,
  test as base,
  watchOutside,
} from '../fixtures.ts'

/** One person's computer: the program on a data folder of its own. */
export interface Profile {
  readonly app: ElectronApplication
  readonly page: Page
}

interface Profiles {
  /** Starts the program as someone; the same name finds the same folder again. */
  readonly open: (name: string) => Promise<Profile>
}

/** Several people, each with a program; none may ask for anything outside this machine. */
export const test = base.extend<Profiles>({
  open: async ({ userData }, lend) => {
    const opened: { app: ElectronApplication; outside: readonly string[] }[] = []
    await lend(async (name) => {
      const folder = join(userData, name)
      await mkdir(folder, { recursive: true })
      const app = await launch(folder)
      opened.push({ app, outside: watchOutside(app) })
      const page = await openPage(app)
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      return { app, page }
    })
    await Promise.all(opened.map(({ app }) => app.close().catch(() => {})))
    expect(
      opened.flatMap(({ outside }) => outside),
      'addresses asked for outside this machine',
    ).toEqual([])
  },
})

export const newId = (): string => fromBytes((count) => new Uint8Array(randomBytes(count)))

/** A call of the page that must succeed; what it gives. */
export async function ask<Value>(page: Page, method: string, input: unknown = {}): Promise<Value> {
  const reply = (await send(page, method, input)) as { readonly ok: boolean; readonly value: Value }
  expect(reply, method).toMatchObject({ ok: true })
  return reply.value
}

interface AnyRecord {
  readonly id: string
  readonly kind: string
  readonly f: Readonly<Record<string, unknown>>
}

export const recordsOf = async (page: Page): Promise<readonly AnyRecord[]> =>
  (await ask<{ readonly records: readonly AnyRecord[] }>(page, 'workspace.read')).records

export const notesOf = async (page: Page): Promise<readonly AnyRecord[]> =>
  (await recordsOf(page)).filter(({ kind }) => kind === 'note')

/** What a section's rapporteur has heard. */
export interface Sitting {
  /** Code of the section. */
  readonly region: string
  readonly title: string
  readonly speakers: readonly { readonly givenName: string; readonly name: string; readonly organisation: string }[]
  readonly notes: readonly string[]
}

/** Opens the template and writes a sitting by the calls the page makes, two axes in turn; 3 is « sur invitation ». */
export async function writeSitting(page: Page, { region, title, speakers, notes }: Sitting): Promise<void> {
  await ask(page, 'settings.save', { language: 'fr', role: 'section' })
  await ask(page, 'consultation.create', { template: '001' })
  const records = await recordsOf(page)
  const place = records.find(({ kind, f }) => kind === 'region' && f['code'] === region)?.id ?? ''
  const axes = records.filter(({ kind }) => kind === 'axis').map(({ id }) => id)
  const session = newId()
  await ask(page, 'edit.apply', {
    type: 'record.save',
    kind: 'session',
    record: session,
    set: { label: title, date: '2021-05-07', scale: 'regional', region: place, level: 3, state: 'held' },
  })
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'region', record: place, set: { state: 'held' } })
  const docked: string[] = []
  for (const [index, one] of speakers.entries()) docked.push(await dock(page, session, place, one, index + 1))
  for (const [index, text] of notes.entries()) {
    const axis = axes[index % 2] ?? ''
    const at = Date.UTC(2021, 4, 7, 9, index)
    await capture(page, { text, session, axis, at, speaker: docked[index % docked.length] ?? null })
  }
}

interface Captured {
  readonly text: string
  readonly session: string
  readonly axis: string
  readonly speaker: string | null
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Takes a note that supports what it says, as the field of the capture screen does. */
export const capture = (page: Page, note: Captured): Promise<unknown> =>
  ask(page, 'edit.apply', {
    type: 'note.capture',
    note: newId(),
    lang: 'fr',
    noteKind: 'observation',
    stance: 'supports',
    scope: 'undecided',
    themes: [],
    newThemes: [],
    ...note,
  })

export async function dock(
  page: Page,
  session: string,
  region: string,
  { givenName, name, organisation }: Sitting['speakers'][number],
  slot: number,
): Promise<string> {
  const speaker = newId()
  await ask(page, 'edit.apply', {
    type: 'speaker.save',
    speaker,
    session,
    person: newId(),
    name,
    givenName,
    organisation: null,
    newOrganisation: { id: newId(), name: organisation },
    function: 'maire',
    category: 'local-elected',
    gender: null,
    region,
    speaksFor: 'self',
    size: null,
    slot,
  })
  return speaker
}

/** Sends what is open as a file at this path: to the secretariat by the rules, or whole to one’s own circle. */
export async function sendFile({ app, page }: Profile, path: string, whole = false): Promise<void> {
  await answerSaveDialog(app, path)
  const order = whole ? { kind: 'complete', audience: 'section' } : { kind: 'projection', audience: 'secretariat' }
  await ask(page, 'bundle.send', order)
}

/** Opens a file as a consultation of its own, as the first screen does. */
export async function openFile({ app, page }: Profile, path: string): Promise<void> {
  await answerOpenDialog(app, [path])
  const [file] = await ask<readonly { readonly token: string }[]>(page, 'file.choose', {
    purpose: 'bundle',
    many: false,
  })
  await ask(page, 'bundle.open', { file: file?.token })
}
