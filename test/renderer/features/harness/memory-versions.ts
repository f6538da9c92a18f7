import type { BackPreview, Since, Version } from '../../../../shared/contract/version-calls.ts'
import { ok } from '../../../../shared/kit/result.ts'
import { isKind, type AnyRecord, type Note } from '../../../../shared/model/record.ts'
import type { Memory } from './memory-node.ts'

const nothing: Since = { kinds: {}, regions: [], axes: [], files: [], elsewhere: false }
const day = (days: number, hour: number, minute: number): number => Date.UTC(2026, 10, 21 - days, hour, minute)
const FILES = ['Afrique-1-4-2026-11-20-v3-bbbbbbbb.rapx', 'MEWA-2-2026-11-20-v1-cccccccc.rapx']

const VERSIONS: readonly Version[] = [
  {
    position: 92,
    at: day(0, 14, 2),
    reason: 'back',
    label: String(day(1, 17, 40)),
    notes: 131,
    size: 31,
    since: { ...nothing, kinds: { note: { added: 0, changed: 12, away: 3 } } },
  },
  {
    position: 81,
    at: day(0, 8, 58),
    reason: 'day',
    label: '',
    notes: 119,
    size: 4,
    since: {
      ...nothing,
      kinds: {
        note: { added: 12, changed: 23, away: 0 },
        theme: { added: 4, changed: 0, away: 0 },
        voice: { added: 9, changed: 0, away: 0 },
      },
      regions: ['Afrique', 'Moyen-Orient et Asie occidentale'],
      axes: ['L’accès des villes au financement du climat'],
    },
  },
  {
    position: 64,
    at: day(1, 17, 40),
    reason: 'merge',
    label: '',
    notes: 78,
    size: 2,
    since: { ...nothing, kinds: { note: { added: 41, changed: 0, away: 0 } }, files: FILES },
  },
  {
    position: 63,
    at: day(1, 17, 31),
    reason: 'named',
    label: 'Avant la plénière de clôture — قبل الجلسة الختامية',
    notes: 78,
    size: 1,
    since: { ...nothing, elsewhere: true },
  },
  {
    position: 40,
    at: day(1, 9, 12),
    reason: 'bulk',
    label: 'notes.edit',
    notes: 77,
    size: 23,
    since: { ...nothing, kinds: { note: { added: 1, changed: 23, away: 0 } } },
  },
]

const notesOf = (memory: Memory): readonly Note[] =>
  [...memory.records().values()].filter((record): record is Note => isKind(record, 'note'))

const saying = (note: Note, set: AnyRecord['f']): AnyRecord => ({ ...note, f: { ...note.f, ...set } })

/** What going back would do to the notes of the scene: some corrected since, one taken since, one put away since. */
function preview(memory: Memory): BackPreview {
  const [first, second, third, fourth] = notesOf(memory)
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return { ...EMPTY, notes: { now: 0, after: 0 } }
  const text = String(first.f.text)
  return {
    ...EMPTY,
    notes: { now: 131, after: 119 },
    kinds: { note: { added: 1, changed: 2, away: 1 } },
    changes: [
      { before: saying(first, { text: text.replace('sans données', 'sans aucune donnée') }), after: first },
      { before: saying(third, { scope: 'trend', stance: 'opposes' }), after: third },
      { before: second, after: null },
      { before: null, after: fourth },
    ],
    withdrawn: FILES,
    stricter: 2,
    staying: 1,
  }
}
const EMPTY: BackPreview = {
  notes: { now: 0, after: 0 },
  kinds: {},
  changes: [],
  withdrawn: [],
  restored: [],
  stricter: 0,
  staying: 0,
}

/** Answers about versions, for screens alone. */
export const memoryVersions = (memory: Memory) => ({
  'versions.list': async () => ok(VERSIONS),
  'versions.look': async ({ position }: { position: number }) =>
    ok(position === 63 ? { ...EMPTY, notes: { now: 131, after: 131 } } : preview(memory)),
  'versions.name': async () => ok(null),
  'versions.back': async () =>
    ok({ change: {}, history: { undo: 'version.back', redo: null }, savedAt: memory.workspace().savedAt }),
})
