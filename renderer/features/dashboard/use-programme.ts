import { useMemo } from 'react'
import type { Axis, Region } from '#shared/model/record.ts'
import { useRecords } from '../../state/use-workspace.ts'

/** Axes in their order, those joined into another left out. */
export function useAxes(): readonly Axis[] {
  const axes = useRecords('axis')
  return useMemo(() => axes.filter(({ f }) => f.into === undefined), [axes])
}

/** Sections in their order, those joined into another left out. */
export function useRegions(): readonly Region[] {
  const regions = useRecords('region')
  return useMemo(() => regions.filter(({ f }) => f.into === undefined), [regions])
}
