import { ok } from '../../../../shared/kit/result.ts'
import type { Check, Verification } from '../../../../shared/verify/verification.ts'

const good = (check: Check['check'], examined: number): Check => ({
  check,
  state: 'good',
  examined,
  count: 0,
  places: [],
})

const DAMAGED: readonly Check[] = [
  {
    check: 'segments',
    state: 'damage',
    examined: 4,
    count: 1,
    places: [{ file: 'journal-000002.rapj', line: 118, fault: 'line' }],
  },
  {
    check: 'mirror',
    state: 'damage',
    examined: 3,
    count: 1,
    places: [{ file: 'journal-000002.rapj', line: null, fault: 'mirror-differs' }],
  },
  {
    check: 'attribution',
    state: 'warning',
    examined: 41,
    count: 1,
    places: [{ file: 'journal-000004.rapj', line: 290, fault: 'loosening-waits' }],
  },
]

/** A store of a working day, whole or with what can happen to one. */
export const aVerification = (damaged: boolean): Verification => ({
  ok: !damaged,
  subject: { type: 'store', format: 2, segments: 4, entries: 312, generations: 9, lost: damaged ? 1 : 0 },
  operations: 1240,
  notes: 290,
  contents: { present: 1198, dropped: 2, withheld: 40, missing: 0 },
  canonicalHash: 'GYeAzmAJPlPuq8NJ4ynlMx0xyN_hNNhUPg-1joTj7CU',
  checks: [
    good('marker', 1),
    ...(damaged ? DAMAGED : [good('segments', 4), good('attribution', 41), good('mirror', 3)]),
    good('operations', 1240),
    good('contents', 1240),
    good('streams', 6),
    good('references', 902),
    good('generations', 9),
    good('drafts', 1),
    good('lock', 1),
  ],
})

const LINES = Array.from(
  { length: 60 },
  (_, n) =>
    `  {"at":"2026-11-21T14:${String(n).padStart(2, '0')}:07.000Z","event":"store.opened","n":290,"ms":${40 + n}}`,
)
const DIAGNOSTIC = [
  'Diagnostic de Rapporteur',
  '',
  'Programme',
  '  version: 1.0.0',
  '',
  'Processus',
  '  aucun',
  '',
  ...LINES,
]

/** What the node side answers to « Vérifier » and to « Diagnostic »; `slow` never ends by itself. */
export function verifyAnswers(asked: URLSearchParams) {
  const delay = () => new Promise((done) => setTimeout(done, asked.has('slow') ? 60_000 : 0))
  return {
    'store.verify': async () => {
      await delay()
      return ok(aVerification(asked.has('damaged')))
    },
    'diagnostic.preview': async () => {
      await delay()
      return ok({ text: DIAGNOSTIC.join('\n') })
    },
    'diagnostic.save': async () => ok({ name: 'diagnostic-rapporteur.txt' }),
  }
}
