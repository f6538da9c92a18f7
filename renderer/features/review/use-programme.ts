import { useMemo } from 'react'
import type { Axis, Region, Speaker, Theme } from '#shared/model/record.ts'
import { useRecords } from '../../state/use-workspace.ts'

const standing = <R extends { readonly f: { readonly into?: string } }>(records: readonly R[]): readonly R[] =>
  records.filter(({ f }) => f.into === undefined)

/** Axes in their order; the first nine answer to a digit. */
export function useAxes(): readonly Axis[] {
  const axes = useRecords('axis')
  return useMemo(() => standing(axes), [axes])
}

export function useRegions(): readonly Region[] {
  const regions = useRecords('region')
  return useMemo(() => standing(regions), [regions])
}

export function useThemes(): readonly Theme[] {
  const themes = useRecords('theme')
  return useMemo(() => standing(themes), [themes])
}

/** People of a session. */
export function useSpeakers(session: string | undefined): readonly Speaker[] {
  const speakers = useRecords('speaker')
  return useMemo(() => speakers.filter(({ f }) => f.session === session), [speakers, session])
}
