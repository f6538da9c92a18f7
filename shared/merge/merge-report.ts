import * as z from 'zod'
import { AUDIENCES } from '../privacy/project.ts'

const count = z.int().min(0)
const outcomes = z.object({
  added: count,
  updated: count,
  identical: count,
  conflicting: count,
  removed: count,
  kept: count,
})
/** Records by kind and by what became of them. */
const counts = z.record(z.string(), outcomes)

const mergedFile = z.object({
  name: z.string(),
  state: z.enum(['whole', 'partly', 'already-here', 'refused']),
  /** Why it was refused: `type` is a failure of the catalogue, the rest is what its words say. */
  refusal: z.looseObject({ type: z.string() }).nullable(),
  audience: z.enum(AUDIENCES).nullable(),
  seq: z.int().nullable(),
  /** Numbers of its series that had never come. */
  missing: z.array(z.int()),
  sections: z.array(z.string()),
  axes: z.array(z.string()),
  notes: count,
  /** What was not taken in, by reason. */
  setAside: z.array(z.object({ reason: z.string(), count, lines: z.array(z.int()) })),
  /** What became of the records that it speaks of. */
  counts,
})
export type MergedFile = z.infer<typeof mergedFile>

/**
 * What putting files together did, as it can be filed: counts and names of files, sections and fields; neither a text nor
 * a person.
 */
export const mergeReportSchema = z.object({
  files: z.array(mergedFile),
  counts,
  /** Fields that then had to be settled, by kind of record. */
  conflicts: z.array(z.object({ kind: z.string(), field: z.string(), count })),
  newOperations: count,
  knownOperations: count,
  replacesOurs: count,
  /** Operations that wait for a person, since they rest on destroyed words. */
  waiting: count,
})
export type MergeReport = z.infer<typeof mergeReportSchema>

/** Lines named for one reason: beyond, their number says enough. */
const LINES_NAMED = 50

/** What was set aside, the lines of each reason together. */
export function asideByReason(
  setAside: readonly { readonly line: number; readonly reason: string }[],
): MergedFile['setAside'] {
  const lines = new Map<string, number[]>()
  for (const { line, reason } of setAside) lines.set(reason, [...(lines.get(reason) ?? []), line])
  return [...lines].map(([reason, of]) => ({ reason, count: of.length, lines: of.slice(0, LINES_NAMED) }))
}

/** How many records of each kind have to be settled, field by field. A member of a set counts for the set. */
export function conflictsByField(
  conflicts: readonly { readonly kind: string; readonly field: string }[],
): MergeReport['conflicts'] {
  const counted = new Map<string, MergeReport['conflicts'][number]>()
  for (const { kind, field: whole } of conflicts) {
    const field = whole.split(':')[0] ?? whole
    const known = counted.get(`${kind} ${field}`)
    counted.set(`${kind} ${field}`, { kind, field, count: (known?.count ?? 0) + 1 })
  }
  return [...counted.values()].toSorted((a, b) => (`${a.kind} ${a.field}` < `${b.kind} ${b.field}` ? -1 : 1))
}
