import { digest } from '#node/machine.ts'
import { templateNamed } from '#node/templates/templates.ts'
import { consultationIdOf, templateRecords } from '#shared/process/template-records.ts'
import type { AnyRecord } from '#shared/model/record.ts'

/** A process as its template begins it. */
export function aTemplate(id: string): { readonly consultation: string; readonly records: readonly AnyRecord[] } {
  const template = templateNamed(id)
  if (template === undefined) throw new Error(`No template ${id}`)
  const records = templateRecords(template, digest).map(({ id: record, kind, set }) => ({ id: record, kind, f: set }))
  return { consultation: consultationIdOf(template, template.edition, digest), records }
}
