import { prepare } from '#shared/evidence/contributor.ts'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { interventionsIn } from '#shared/evidence/interventions.ts'
import { joinedRecord } from '#shared/evidence/follow.ts'
import { regionOf } from '#shared/evidence/speaker-of.ts'
import { THRESHOLDS } from '#shared/evidence/thresholds.ts'
import { isKind, type Note, type Records, type Region } from '#shared/model/record.ts'
import { voiceOfNote } from '../../state/record-words.ts'
import type { HeatValue } from '../../ui/heat-step.ts'

export const MEASURES = ['notes', 'recommendations', 'speakers'] as const
export type Measure = (typeof MEASURES)[number]

/** Column of what was said for no section. */
export const OUTSIDE = 'outside'

/** How much of each measure an axis holds in a section, or outside sections. */
export interface CellCounts {
  readonly of: (measure: Measure, axis: string, column: string) => number
}

/** The section a note was taken for: that of who spoke, else that of the session. */
function regionOfNote(records: Records, note: Note): string | null {
  const voice = voiceOfNote(records, note)
  if (voice !== undefined) return regionOf(records, voice)
  const session = note.f.session === undefined ? undefined : records.get(note.f.session)
  return joinedRecord(records, session?.f['region'], 'region')?.id ?? null
}

/** Counts every intervention once, however many noted it, and every person once per axis in the section they spoke for. */
export function cellCounts(records: Records): CellCounts {
  const counts = new Map<string, number>()
  const add = (measure: Measure, axis: string, region: string | null): void => {
    const key = keyOf(measure, axis, region ?? OUTSIDE)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const standIn = interventionsIn(records)
  const counted = new Set<string>()
  const addOnce = (measure: Measure, axis: string, region: string | null, note: string): void => {
    const key = `${keyOf(measure, axis, region ?? OUTSIDE)} ${standIn(note)}`
    if (!counted.has(key)) add(measure, axis, region)
    counted.add(key)
  }
  for (const record of records.values()) {
    if (!isKind(record, 'note')) continue
    const axis = joinedRecord(records, record.f.axis, 'axis')?.id
    if (axis === undefined) continue
    const region = regionOfNote(records, record)
    addOnce('notes', axis, region, record.id)
    if (record.f.noteKind === 'recommendation') addOnce('recommendations', axis, region, record.id)
  }
  for (const { axis, region } of prepare(evidenceInput(records.values()), THRESHOLDS).contributors) {
    add('speakers', axis, region)
  }
  return { of: (measure, axis, column) => counts.get(keyOf(measure, axis, column)) ?? 0 }
}

const keyOf = (measure: Measure, axis: string, column: string): string => `${measure} ${axis} ${column}`

/** What a cell shows: nothing for a section whose consultation was not held and where nobody spoke, which is no zero. */
export function heatValue(count: number, region: Region | undefined): HeatValue | undefined {
  if (count === 0 && region?.f.state !== 'held') return undefined
  return { count, low: count < THRESHOLDS.conclusiveVoices }
}
