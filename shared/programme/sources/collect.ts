import { fail, ok, type Result } from '../../kit/result.ts'
import {
  SOURCE_LIMITS,
  tooMuch,
  type Source,
  type SourceFailure,
  type SourcePart,
  type SourceProblem,
} from './source.ts'
import { pastMidnight } from './times.ts'

export type SourceRead = Result<Source, SourceFailure>

/** Parts as a reader of one layout finds them: times from zero, or of the clock. */
export interface Found extends Pick<Source, 'kind' | 'layout' | 'problems'> {
  readonly parts: readonly SourcePart[]
  readonly times: 'from zero' | 'of the clock'
}

/** Holds the limits for every layout, sets the beginning at zero, and puts parts in the order of their times. */
export function sourceOf({ kind, layout, parts, problems, times }: Found): SourceRead {
  if (parts.length === 0) return fail({ type: 'EmptySource' })
  if (parts.length > SOURCE_LIMITS.parts) return fail(tooMuch('parts'))
  const cut = parts.filter(({ text }) => text.length > SOURCE_LIMITS.text)
  const told: readonly SourceProblem[] = [
    ...problems,
    ...cut.map(({ line }) => ({ line, type: 'TextCut' as const })),
  ].toSorted((a, b) => a.line - b.line)
  const clock = times === 'of the clock' ? firstTime(parts) : null
  const placed = parts.map((part) => ({ ...since(clock ?? 0, part), text: shortened(part.text) }))
  return ok({ kind, layout, clock, problems: told.slice(0, SOURCE_LIMITS.problems), parts: inTime(placed) })
}

/** A cut in the middle of a letter that takes two places would leave half of it. */
const shortened = (text: string): string =>
  text.length > SOURCE_LIMITS.text ? `${text.slice(0, SOURCE_LIMITS.text).replace(/[\ud800-\udbff]$/, '')}…` : text

const firstTime = (parts: readonly SourcePart[]): number | null =>
  parts.reduce<number | null>((first, { at }) => (at === null ? first : Math.min(first ?? at, at)), null)

const since = (zero: number, part: SourcePart): SourcePart => ({
  ...part,
  at: part.at === null ? null : part.at - zero,
  end: part.end === null ? null : part.end - zero,
})

/** What has no time goes with what stands before it. */
function inTime(parts: readonly SourcePart[]): readonly SourcePart[] {
  let former = 0
  const keyed = parts.map((part) => {
    former = part.at ?? former
    return [former, part] as const
  })
  return keyed.toSorted(([a], [b]) => a - b).map(([, part]) => part)
}

/** Messages come in the order they were written: a clock that goes back has gone past midnight. */
export function overMidnight(parts: readonly SourcePart[]): readonly SourcePart[] {
  const times = pastMidnight(parts.map(({ at }) => at))
  return parts.map((part, index) => ({ ...part, at: times[index] ?? null }))
}

export const part = (line: number, at: number | null, who: string, text: string, about = ''): SourcePart => ({
  line,
  at,
  end: null,
  who,
  text,
  about,
})
