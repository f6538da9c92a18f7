import { useEffect, useMemo } from 'react'
import type { Origin } from '#shared/merge/origins.ts'
import { client } from '../../api/client.ts'
import { useJob } from '../../state/use-job.ts'
import { keyOf } from './conflict-cases.ts'

export type Origins = ReadonlyMap<string, Origin>

/**
 * Where the versions of some records come from, read from the journal and from the files of a preview. It comes when it
 * comes: one can choose before, and when it cannot be read.
 */
export function useOrigins(records: readonly string[], files: readonly string[]): Origins {
  const { value, start, clear } = useJob<readonly Origin[]>()
  const asked = `${records.join(' ')},${files.join(' ')}`
  useEffect(() => {
    const [ids = '', tokens = ''] = asked.split(',')
    if (ids === '') clear()
    else
      start((job) =>
        client['settle.origins']({
          records: ids.split(' ').slice(0, 10_000),
          files: tokens.split(' ').filter(Boolean),
          job,
        }),
      )
  }, [asked, start, clear])
  return useMemo(() => new Map((value ?? []).map((origin) => [keyOf(origin), origin])), [value])
}
