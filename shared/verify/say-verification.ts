import type { Check, Place, Verification } from './verification.ts'
import { worstOf } from './verification.ts'

/** The words of the catalogue `verify`, by key. */
export type VerifyWords = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** Places told one by one under each point: beyond, their number says enough. */
const PLACES_TOLD = 20

/** A report in lines of plain text, the same on a terminal and on a clipboard. It quotes nothing. */
export function sayVerification(report: Verification, words: VerifyWords): readonly string[] {
  const { contents, canonicalHash, checks, notes, operations } = report
  return [
    `${words('verify:title')} — ${words(`verify:headline.${worstOf(checks)}`)}`,
    ...saySubject(report, words),
    words('verify:facts', { count: notes, operations }),
    words('verify:contents', { ...contents }),
    ...(canonicalHash === null ? [] : [words('verify:hash', { canonicalHash })]),
    '',
    ...checks.flatMap((check) => sayCheck(check, words)),
    '',
    words('verify:safe'),
  ]
}

/** What was verified, and what the proofs in it cover. */
export function saySubject({ subject }: Verification, words: VerifyWords): readonly string[] {
  if (subject.type === 'store') {
    const { entries, segments, generations, lost } = subject
    const told = words('verify:subject.store', { count: entries, segments, generations })
    return lost === 0 ? [told] : [told, words('verify:lost', { count: lost })]
  }
  const { kind, locked, covered, uncovered } = subject
  if (kind === null) return [words('verify:subject.unknown')]
  const parts = { covered: covered.join(', '), uncovered: uncovered.join(', ') }
  return [words(`verify:subject.${locked ? 'backupLocked' : kind}`), words('verify:covered', parts)]
}

function sayCheck({ check, state, examined, count, places }: Check, words: VerifyWords): readonly string[] {
  const name = words(`verify:check.${check}`)
  const more = count - Math.min(places.length, PLACES_TOLD)
  return [
    `${MARKS[state]} ${words(`verify:line.${state}`, { check: name, examined, count })}`,
    ...places.slice(0, PLACES_TOLD).map((place) => `    ${sayPlace(place, words)}`),
    ...(more > 0 ? [`    ${words('verify:more', { count: more })}`] : []),
  ]
}

const MARKS = { good: '✓', warning: '!', damage: '✗' } as const

export function sayPlace({ file, line, fault }: Place, words: VerifyWords): string {
  const values = { file, line, fault: words(`verify:fault.${fault}`) }
  return words(line === null ? 'verify:place' : 'verify:placeAt', values)
}
