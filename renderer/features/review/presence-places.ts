import type { Reading } from '#shared/evidence/evidence.ts'
import { labelOf } from '#shared/model/label.ts'
import type { Region } from '#shared/model/record.ts'
import type { Place } from '../../ui/presence-strip.tsx'
import { toShape } from '../../ui/section-mark.tsx'

/** Every section at its place, with what the data hold of a theme there. */
export const placesOf = (
  regions: readonly Region[],
  reading: Reading | undefined,
  highlighted: readonly string[],
  language: string,
): readonly Place[] =>
  regions.map((region) => {
    const cell = reading?.cells.find((one) => one.region === region.id)
    const hasData = cell !== undefined && cell.n > 0
    return {
      id: region.id,
      code: region.f.code ?? '',
      name: labelOf(region, language),
      shape: toShape(region.f.shape),
      state: !hasData ? 'none' : !cell.conclusive ? 'inconclusive' : cell.present ? 'present' : 'below',
      ...(hasData ? { count: cell.x, total: cell.n } : {}),
      highlighted: highlighted.includes(region.id),
    }
  })
