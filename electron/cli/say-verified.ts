import type { Recovered } from '#shared/contract/verify-calls.ts'
import { sayVerification } from '#shared/verify/say-verification.ts'
import { worstOf, type Verification } from '#shared/verify/verification.ts'
import { EXIT } from './exit-codes.ts'
import type { Said, Words } from './said.ts'

const CODES = { good: EXIT.done, warning: EXIT.warnings, damage: EXIT.refused } as const

export function sayVerified(report: Verification, words: Words): Said {
  const state = worstOf(report.checks)
  return {
    lines: sayVerification(report, words),
    warnings: state === 'damage' ? [words('verify:remedy.damage')] : [],
    code: CODES[state],
  }
}

export function sayRecovered(recovered: Recovered, words: Words): Said {
  const { notes, operations, entries, file, sources, badLines, lostEntries, missing } = recovered
  const lost = missing.filter(({ own, numbers }) => own && numbers.length > 0)
  return {
    lines: [
      words('cli:done.recovered', { count: notes, operations, entries, file }),
      ...sources.map((source) => words('cli:done.recoveredFrom', { file: source.file, count: source.operations })),
      words('cli:done.hash', recovered),
      words('cli:done.recoveredHow', { file }),
    ],
    warnings: [
      ...(badLines === 0 ? [] : [words('cli:warning.badLines', { count: badLines })]),
      ...(lostEntries.length === 0 ? [] : [words('cli:warning.lostEntries', { numbers: sayRanges(lostEntries) })]),
      ...lost.map(({ numbers }) => words('cli:warning.missingCounters', { numbers: sayRanges(numbers) })),
    ],
  }
}

const sayRanges = (ranges: Recovered['lostEntries']): string =>
  ranges.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(', ')
