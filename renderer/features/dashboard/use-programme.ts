import type { Axis, Region } from '#shared/model/record.ts'
import { useStanding } from '../../state/use-workspace.ts'

/** Axes in their order, those joined into another left out. */
export const useAxes = (): readonly Axis[] => useStanding('axis')

/** Sections in their order, those joined into another left out. */
export const useRegions = (): readonly Region[] => useStanding('region')
