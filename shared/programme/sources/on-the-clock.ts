import type { Source, SourcePart } from './source.ts'
import { DAY, readStart } from './times.ts'

/**
 * When a part was said, in milliseconds since midnight of the day of the session: `starts` is what the clock showed when
 * the source began, as its record keeps it; without it, what the file says itself. Null when neither says.
 */
export function timeOnClock(
  at: number | null,
  { clock }: Pick<Source, 'clock'>,
  starts: string | undefined,
): number | null {
  const zero = readStart(starts) ?? clock
  return at === null || zero === null ? null : zero + at
}

/** The part that was said nearest to a time of the clock; null when none of them has a time. */
export function nearestPart(
  source: Pick<Source, 'clock' | 'parts'>,
  starts: string | undefined,
  time: number,
): number | null {
  let [nearest, least] = [null as number | null, Infinity]
  for (const [index, { at }] of source.parts.entries()) {
    const said = timeOnClock(at, source, starts)
    if (said === null) continue
    const apart = Math.abs(said - time) % DAY
    const distance = Math.min(apart, DAY - apart)
    // Of two as near, the one that had begun: what follows a note is not yet what it was about.
    if (distance < least) [nearest, least] = [index, distance]
  }
  return nearest
}

/** From the first time of a source to its last, in milliseconds since it began; null when it has none. */
export function spanOf(parts: readonly SourcePart[]): readonly [first: number, last: number] | null {
  let span: readonly [number, number] | null = null
  for (const { at, end } of parts) {
    if (at === null) continue
    span = span === null ? [at, end ?? at] : [Math.min(span[0], at), Math.max(span[1], end ?? at)]
  }
  return span
}
