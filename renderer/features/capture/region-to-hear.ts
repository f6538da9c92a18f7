import { THRESHOLDS } from '#shared/evidence/thresholds.ts'

/** Voices on an axis from which a region is conclusive. */
export const NEEDED = THRESHOLDS.conclusiveVoices

/** The region to hear next: the session's own, else the one nearest to being conclusive. */
export function regionToHear(
  voices: Readonly<Record<string, number | null>>,
  own: string | undefined,
): { readonly region: string; readonly missing: number } | null {
  const short = Object.entries(voices).flatMap(([region, count]) =>
    count !== null && count < NEEDED && (count > 0 || region === own) ? [{ region, missing: NEEDED - count }] : [],
  )
  return short.find(({ region }) => region === own) ?? short.toSorted((a, b) => a.missing - b.missing)[0] ?? null
}
