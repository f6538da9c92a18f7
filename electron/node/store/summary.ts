import { join } from 'node:path'
import * as z from 'zod'
import type { ConsultationSummary } from '#shared/contract/replies.ts'
import { isKind, type Records } from '#shared/model/record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'

const summarySchema = z.object({
  id: z.string(),
  label: z.string(),
  template: z.string(),
  sample: z.boolean(),
  notes: z.int(),
  lastWritten: z.int(),
})
const NAME = 'summary.json'

/** A line of the list of consultations. `lastWritten`: milliseconds since 1970. */
export function summaryOf(id: string, records: Records, lastWritten: number): ConsultationSummary {
  const consultation = records.get(id)
  const f = consultation !== undefined && isKind(consultation, 'consultation') ? consultation.f : {}
  return {
    id,
    label: f.label ?? '',
    template: f.template ?? '',
    sample: f.sample === true,
    notes: [...records.values()].filter(({ kind }) => kind === 'note').length,
    lastWritten,
  }
}

/** Of what is protected and locked, that it is there. */
export const lockedSummary = (id: string): ConsultationSummary => ({
  id,
  label: '',
  template: '',
  sample: false,
  notes: 0,
  lastWritten: 0,
  locked: true,
})

/** What the last closing left of it: a cache, null when it is not there or says nothing. */
export async function readSummary(folder: string, layer: FileLayer): Promise<ConsultationSummary | null> {
  try {
    const bytes = await layer.read(join(folder, NAME))
    return bytes === null ? null : (summarySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null)
  } catch {
    return null
  }
}

export const writeSummary = (folder: string, summary: ConsultationSummary, layer: FileLayer): Promise<void> =>
  replaceFile(layer, join(folder, NAME), new TextEncoder().encode(JSON.stringify(summary)))
