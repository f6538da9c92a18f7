/**
 * A hybrid logical clock reading: 12 hexadecimal digits of milliseconds since 1970, then 4 of a counter that keeps two
 * writings of one millisecond, or of a clock that went back, in the order they were made. Sorts as text.
 * It dates a writing for people; causality is what an operation names, never a clock.
 * Source: Kulkarni et al., « Logical Physical Clocks », 2014.
 */
export function nextReading(previous: string, nowMs: number): string {
  const [lastMs, lastCount] = [parseInt(previous.slice(0, 12) || '0', 16), parseInt(previous.slice(12) || '0', 16)]
  const advanced = nowMs > lastMs
  const [ms, count] = advanced ? [nowMs, 0] : lastCount < 0xffff ? [lastMs, lastCount + 1] : [lastMs + 1, 0]
  return ms.toString(16).padStart(12, '0') + count.toString(16).padStart(4, '0')
}

/** Milliseconds since 1970 of a reading. */
export const readingMs = (reading: string): number => parseInt(reading.slice(0, 12), 16)
