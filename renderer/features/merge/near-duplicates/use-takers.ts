import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Taker } from '#shared/contract/duplicate-calls.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import { useDuplicates } from './duplicates-store.ts'

export interface Takers {
  /** Those who took notes of the session, the one who took most first, as places. */
  readonly places: readonly number[]
  /** Who stands in the first column. */
  readonly first: number | null
  readonly isFirst: (note: string) => boolean
  readonly nameOf: (place: number) => string
  readonly takerOf: (note: string) => string
}

/** Who took the notes of a session, and in whose column each stands. */
export function useTakers(records: Records, session: string): Takers {
  const { t } = useTranslation('duplicates')
  const { found, first: chosen } = useDuplicates()
  const takenBy = found?.takenBy
  const places = useMemo(() => takersOf(records, session, takenBy ?? {}), [records, session, takenBy])
  const first = chosen !== null && places.includes(chosen) ? chosen : (places[0] ?? null)
  const nameOf = (place: number): string => wordsFor(found?.takers[place])
  const wordsFor = (taker: Taker | undefined): string => {
    if (taker === undefined) return t('taker.unknown')
    if (taker.isOurs) return t('taker.here')
    const file = taker.file?.replace(/\.rapx$/u, '') ?? t('taker.files')
    return taker.number === null ? file : t('taker.numbered', { file, number: taker.number })
  }
  return {
    places,
    first,
    isFirst: (note) => takenBy?.[note] === first,
    nameOf,
    takerOf: (note) => nameOf(takenBy?.[note] ?? -1),
  }
}

function takersOf(records: Records, session: string, takenBy: Readonly<Record<string, number>>): readonly number[] {
  const counts = new Map<number, number>()
  for (const record of records.values()) {
    const place = takenBy[record.id]
    if (place === undefined || !isKind(record, 'note') || record.f.session !== session) continue
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([place]) => place)
}
