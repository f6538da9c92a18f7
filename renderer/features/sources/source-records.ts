import { useMemo } from 'react'
import type { RecordOf } from '#shared/model/record.ts'
import { SOURCE_KINDS, type SourceKind } from '#shared/programme/sources/source.ts'
import { useRecords } from '../../state/use-workspace.ts'

export type SourceRecord = RecordOf<'transcript'> | RecordOf<'poll'>

/** Sources of a session, in the order of the clock, then of their names. */
export function useSources(session: string | undefined): readonly SourceRecord[] {
  const [transcripts, polls] = [useRecords('transcript'), useRecords('poll')]
  return useMemo(
    () =>
      [...transcripts, ...polls]
        .filter(({ f }) => session !== undefined && f.session === session)
        .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b))),
    [transcripts, polls, session],
  )
}

/** One source, whatever its kind. */
export const useSourceRecord = (id: string): SourceRecord | undefined => {
  const [transcripts, polls] = [useRecords('transcript'), useRecords('poll')]
  return transcripts.find((record) => record.id === id) ?? polls.find((record) => record.id === id)
}

const orderOf = ({ f }: SourceRecord): string => `${f.starts ?? '99'} ${f.fileName ?? ''}`

/** What a source is; one that a newer program added is a text. */
export const kindOf = (record: SourceRecord): SourceKind =>
  record.kind === 'poll' ? 'poll' : (SOURCE_KINDS.find((kind) => kind === record.f.sourceKind) ?? 'handed-in')
