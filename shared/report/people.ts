import { evidenceInput } from '../evidence/evidence-of.ts'
import type { Records } from '../model/record.ts'
import type { ReportNote } from './report-note.ts'

/** Someone heard on an axis, counted once there for each section they spoke for. */
export interface Speaker {
  readonly axis: string
  readonly region: string | null
  readonly organisation: string
  readonly category: string | null
  readonly gender: string | null
}

/** Who was heard in these notes, by the rules of the evidence, as far as the projection tells people apart. */
export function people(records: Records, notes: readonly ReportNote[]): readonly Speaker[] {
  const scope = new Set(notes.map(({ record }) => record.id))
  const { voices } = evidenceInput([...records.values()].filter(({ id, kind }) => kind !== 'note' || scope.has(id)))
  const once = new Map<string, Speaker>()
  for (const { id, axis, region, person, organisation } of voices) {
    const described = records.get(id.slice(0, id.lastIndexOf(':')))?.f ?? {}
    const key = JSON.stringify([axis, region, person])
    const before = once.get(key)
    once.set(key, {
      axis,
      region,
      organisation: before !== undefined && before.organisation < organisation ? before.organisation : organisation,
      category: lesser(before?.category, described['category']),
      gender: lesser(before?.gender, described['gender']),
    })
  }
  return [...once.values()]
}

/** Of two descriptions of the same person, always the same one. */
function lesser(one: string | null | undefined, other: unknown): string | null {
  const second = typeof other === 'string' ? other : null
  if (typeof one !== 'string') return second
  return second === null || one < second ? one : second
}

/** How many organisations are among them. */
export const organisationsOf = (those: readonly { readonly organisation: string }[]): number =>
  new Set(those.map(({ organisation }) => organisation)).size
