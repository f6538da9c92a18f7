import { useTranslation } from 'react-i18next'
import type { SourceKind } from '#shared/programme/sources/source.ts'
import { writeStart } from '#shared/programme/sources/times.ts'

/** « 1 204 répliques », « 12 messages »… */
export function useCountWords(): (kind: SourceKind, count: number) => string {
  const { t } = useTranslation('sources')
  return (kind, count) => t(`count.${kind}`, { count })
}

/** A time of the clock, or since the beginning when nobody knows when that was: « 14:03:10 », « +00:03:10 ». */
export const timeWords = (onClock: number | null, at: number): string =>
  onClock === null ? `+${writeStart(at)}` : writeStart(onClock)
