import { useMemo } from 'react'
import type { Axis, Region, Speaker, Theme } from '#shared/model/record.ts'
import { useRecords, useStanding } from '../../state/use-workspace.ts'

/** Axes in their order; the first nine answer to a digit. */
export const useAxes = (): readonly Axis[] => useStanding('axis')

export const useRegions = (): readonly Region[] => useStanding('region')

export const useThemes = (): readonly Theme[] => useStanding('theme')

/** People of a session. */
export function useSpeakers(session: string | undefined): readonly Speaker[] {
  const speakers = useRecords('speaker')
  return useMemo(() => speakers.filter(({ f }) => f.session === session), [speakers, session])
}
