import type { Page } from '@playwright/test'
import { isKind, type AnyRecord, type Note, type Records } from '#shared/model/record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { type Card, type Gesture, gestureOf, type Sticky } from './gestures.ts'
import { ask, dock, newId, recordsOf, type Sitting } from './profiles.ts'

export interface Meeting {
  readonly people: Sitting['speakers']
  readonly cards: readonly Card[]
  /** Minutes without a word before the card of that number. */
  readonly pauses: Readonly<Record<number, number>>
  /** Numbers of cards that come within seconds of the two before them. */
  readonly bursts: readonly number[]
}

/** Keys beyond the words of the cards that change one thing, or these things together. */
export interface Cost {
  readonly cards: number
  readonly most: number
}

export interface Played {
  readonly wrong: readonly string[]
  readonly costs: Readonly<Record<string, Cost>>
}

/** Rules of a session: announced, sensitive, off the record. */
const [ANNOUNCED, SENSITIVE, OFF_RECORD] = [3, 5, 6]
/** Seconds from one card to the next: three a minute. */
const EVERY_S = 20
const BURST = 3

/** A session of today with these people in its dock, shown in the window. */
async function openMeeting(page: Page, people: Meeting['people']): Promise<string> {
  await ask(page, 'settings.save', { language: 'fr', role: 'section' })
  await ask(page, 'consultation.create', { template: '001' })
  const records = await recordsOf(page)
  const session = records.find(({ kind }) => kind === 'session')?.id ?? newId()
  const region = records.find(({ kind }) => kind === 'region')?.id ?? ''
  const set = { label: 'Table ronde du littoral', scale: 'global', level: ANNOUNCED, state: 'held' }
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'session', record: session, set })
  for (const [index, one] of people.entries()) await dock(page, session, region, one, index + 1)
  await page.clock.install()
  await page.reload()
  await page.locator('.composer-field').waitFor()
  return session
}

/** From now on, counts the keys pressed: a chord is one. */
const countKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const pressed = { keys: 0 }
    Object.assign(window, { pressed })
    const modifiers = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'])
    window.addEventListener('keydown', ({ key }) => void (pressed.keys += modifiers.has(key) ? 0 : 1), true)
  })
const keysPressed = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly pressed: { readonly keys: number } }).pressed.keys)

/** Plays a card by the keyboard; its words come as from a dictionary, so that only the keys around them are counted. */
async function play(page: Page, { text }: Card, { before, after }: Gesture): Promise<number> {
  const started = await keysPressed(page)
  for (const keys of before) await page.keyboard.press(keys)
  await page.keyboard.insertText(text)
  for (const keys of after) await page.keyboard.press(keys)
  await page.locator('.feed-row', { hasText: text }).first().waitFor()
  return (await keysPressed(page)) - started
}

export async function playMeeting(page: Page, { people, cards, pauses, bursts }: Meeting): Promise<Played> {
  const session = await openMeeting(page, people)
  await countKeys(page)
  const hurried = new Set(bursts.flatMap((last) => Array.from({ length: BURST - 1 }, (_, back) => last - back)))
  let sticky: Sticky = {
    speaker: 0,
    speaksFor: 'self',
    axis: 1,
    scope: 'undecided',
    channel: 'speech',
    lang: 'fr',
    offRecord: false,
  }
  let next = people.length
  const costs: Record<string, Cost> = {}
  const begun: number[] = []
  for (const [index, card] of cards.entries()) {
    if (index > 0 && !hurried.has(index + 1)) await page.clock.fastForward(1_000 * EVERY_S)
    if (pauses[index + 1] !== undefined) await page.clock.fastForward(60_000 * (pauses[index + 1] ?? 0))
    if (card.speaker === 'new') next += 1
    begun.push(await page.evaluate(() => Date.now()))
    const gesture = gestureOf(card, sticky, next)
    addCost(costs, Object.keys(gesture.changes), await play(page, card, gesture))
    sticky = gesture.left
  }
  return { wrong: wrongCards(await recordsOf(page), session, { people, cards }, begun), costs }
}

function addCost(costs: Record<string, Cost>, changes: readonly string[], keys: number): void {
  const name = changes.length === 0 ? 'nothing' : changes.join(' + ')
  const known = costs[name] ?? { cards: 0, most: 0 }
  costs[name] = { cards: known.cards + 1, most: Math.max(known.most, keys) }
}

/** What each card was to say, in the words of its record. */
function expectedOf(
  card: Card,
  speaker: string | null,
  level: number,
  axis: string,
): Readonly<Record<string, unknown>> {
  const { kind = 'observation', scope, speaksFor, channel = 'speech', lang = 'fr', stance, toCheck, doubtful } = card
  return {
    speaker,
    speaksFor,
    axis,
    noteKind: kind,
    channel,
    lang,
    level,
    scope,
    stance,
    toCheck,
    doubtful,
  }
}

type Read = Awaited<ReturnType<typeof recordsOf>>

function wrongCards(
  read: Read,
  session: string,
  { people, cards }: Pick<Meeting, 'people' | 'cards'>,
  begun: readonly number[],
): readonly string[] {
  const records: Records = new Map(read.map((record) => [record.id, record as AnyRecord]))
  const axes = read
    .filter(({ kind }) => kind === 'axis')
    .toSorted((a, b) => Number(a.f['order']) - Number(b.f['order']))
  const notes = [...records.values()].filter(
    (record): record is Note => isKind(record, 'note') && record.f.session === session,
  )
  let newcomers = 0
  return cards.flatMap((card, index) => {
    if (card.speaker === 'new') newcomers += 1
    const found = notes.filter(({ f }) => f.text === card.text)
    const [note] = found
    if (note === undefined || found.length > 1) return [`${index + 1}: ${found.length} cards say « ${card.text} »`]
    const who = typeof card.speaker === 'number' ? card.speaker : people.length + newcomers
    const name = who === 0 ? null : (people[who - 1]?.name ?? `unidentified ${who - people.length}`)
    const level = card.offRecord === true ? OFF_RECORD : card.sensitive === true ? SENSITIVE : ANNOUNCED
    const expected = expectedOf(card, name, level, axes[card.axis - 1]?.id ?? '')
    const said = {
      ...note.f,
      speaker: nameOf(records, note),
      speaksFor: records.get(note.f.voice ?? '')?.f['speaksFor'],
      level: levelOfNote(records, note),
    } as Record<string, unknown>
    const wrong = Object.entries(expected).filter(([field, value]) => value !== undefined && said[field] !== value)
    const late = Math.abs((note.f.at ?? 0) - (begun[index] ?? 0)) > 1_000 * EVERY_S
    return [
      ...wrong.map(([field, value]) => `${index + 1} ${field}: ${String(said[field])} rather than ${String(value)}`),
      ...(late ? [`${index + 1} at: ${note.f.at} rather than ${begun[index]}`] : []),
    ]
  })
}

/** Who said a note: their name, their number when nobody could name them, null for nobody. */
function nameOf(records: Records, note: Note): string | null {
  const voice = records.get(note.f.voice ?? '')
  if (voice === undefined || !isKind(voice, 'voice')) return null
  const name = records.get(voice.f.person ?? '')?.f['name']
  if (typeof name === 'string') return name
  const inDock = [...records.values()].find(({ kind, f }) => kind === 'speaker' && f['person'] === voice.f.person)
  return inDock === undefined ? null : `unidentified ${String(inDock.f['unidentified'])}`
}
