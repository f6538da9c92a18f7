import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { launch, openPage } from '../e2e/fixtures.ts'
import type { Card } from '../e2e/journey/gestures.ts'
import { type Meeting, playMeeting } from '../e2e/journey/play-meeting.ts'
import { corpusFile, timed } from './corpus.ts'

/** Who speaks and what they say, in the columns that a file has for it. */
interface Turn {
  readonly meeting: string
  readonly speaker: string
  readonly said: string
}

const CARDS = 60
const DOCK = 9
/** Letters of a card: what a person has the time to type of a turn. */
const LETTERS = 160
const AXES = 4
/** Signs that mean something in a line: their grammar has tests of its own. */
const SIGNS = /[#№@/\\=+%_"«“>!|]|\.\.|^\s*[?؟]|^\s*\p{L}{1,2}:/u

async function turnsOf(file: string, column: string): Promise<readonly Turn[]> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(corpusFile(file), 'utf8'), { header: true })
  return data.map((row) => ({
    meeting: row['meeting'] ?? '',
    speaker: row['speaker'] ?? '',
    said: cut(row[column] ?? ''),
  }))
}

/** The beginning of a turn, by whole words. */
function cut(said: string): string {
  const words = said.replace(/\s+/gu, ' ').trim()
  return words.length <= LETTERS ? words : words.slice(0, words.lastIndexOf(' ', LETTERS))
}

/** The meeting where most people speak, as cards: nine in the dock, nobody named for the others, an axis after the other. */
function meetingOf(turns: readonly Turn[], lang: string): Meeting {
  const meetings = new Map<string, Turn[]>()
  for (const turn of turns) {
    const known = meetings.get(turn.meeting) ?? []
    const isNew = known.every(({ said }) => !said.startsWith(turn.said) && !turn.said.startsWith(said))
    if (turn.said.length > 25 && turn.speaker !== '' && !SIGNS.test(turn.said) && isNew) known.push(turn)
    meetings.set(turn.meeting, known)
  }
  const speakersOf = (meeting: readonly Turn[]): readonly string[] => [
    ...new Set(meeting.map(({ speaker }) => speaker)),
  ]
  const all = [...meetings.values()].map((meeting) => meeting.slice(0, CARDS))
  const [chosen = []] = all.toSorted((a, b) => speakersOf(b).length - speakersOf(a).length || b.length - a.length)
  const people = speakersOf(chosen).slice(0, DOCK)
  const cards = chosen.map(({ speaker, said }, index): Card => {
    const axis = 1 + Math.min(AXES - 1, Math.floor((index * AXES) / chosen.length))
    return { speaker: people.indexOf(speaker) + 1, axis, lang, text: said }
  })
  const dock = people.map((name) => ({ givenName: '', name, organisation: 'Assemblée' }))
  return { people: dock, cards, pauses: { 31: 12 }, bursts: [9, 24, 45] }
}

it.each([
  ['reunions_qmsum_tours_en.csv', 'text', 'en'],
  ['reunions_fr_transcription_compte_rendu.csv', 'transcription', 'fr'],
])('a meeting of %s is taken down by keys alone, every card right', async (file, column, lang) => {
  const meeting = meetingOf(await turnsOf(file, column), lang)
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-real-'))
  const app = await launch(folder)
  try {
    const page = await openPage(app)
    const { wrong, costs } = await timed(`${meeting.cards.length} cards`, () => playMeeting(page, meeting))
    console.table(costs)
    expect(wrong).toEqual([])
    expect(costs['nothing']?.most).toBe(1)
    expect(Object.entries(costs).filter(([change, { most }]) => !change.includes(' + ') && most > 2)).toEqual([])
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
})
