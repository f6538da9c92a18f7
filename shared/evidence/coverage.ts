import { type Section, axisRecord } from './axis-record.ts'
import { prepare } from './contributor.ts'
import type { Evidence, EvidenceInput } from './evidence.ts'
import { THRESHOLDS } from './thresholds.ts'

/**
 * Distinct voices per axis and region, for screens that need no reading. A region whose consultation was not held and
 * where nobody spoke has no data: `null`, never zero. Zero is a held consultation that recorded nobody on this axis.
 */
export function coverage(input: EvidenceInput): Evidence['voicesByAxisRegion'] {
  const prepared = prepare(input, THRESHOLDS)
  const rows = prepared.axes.map((axis) => [axis, voicesByRegion(axisRecord(axis, prepared, THRESHOLDS).sections)])
  return Object.fromEntries(rows)
}

export const voicesByRegion = (sections: readonly Section[]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(sections.map(({ region, n, state }) => [region, n === 0 && state !== 'held' ? null : n]))
