import { derivedId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
import { classOfField } from '../model/fields.ts'
import type { Operation, SensitivityClass, Value, Values } from '../operation/operation.ts'
import { sealOperation } from '../operation/seal.ts'

/** A record that a template gives, its references already resolved. */
export interface TemplateRecord {
  readonly id: string
  readonly kind: string
  readonly set: Values
}

/**
 * The operations of a template: same template, same edition, same bytes on every computer, since salts and stamps are
 * derived. They carry the template's version and yield to whatever a person writes.
 */
export function genesisOperations(
  consultation: string,
  version: number,
  records: readonly TemplateRecord[],
  digest: Digest,
): readonly Operation[] {
  return records.flatMap((record) =>
    byClass(record).map(([sensitivity, set], index) => {
      const salt = derivedId(digest, 'genesis', consultation, String(version), record.id, sensitivity, String(index))
      const head = { v: 1 as const, c: consultation, r: record.id, t: record.kind, k: sensitivity, g: version }
      const stamp = { x: salt, d: 'genesis', n: 0, h: '0'.repeat(16), by: 'genesis', batch: 'genesis' }
      return sealOperation(head, { x: salt, set }, stamp, digest)
    }),
  )
}

function byClass({ kind, set }: TemplateRecord): readonly (readonly [SensitivityClass, Values])[] {
  const parts = new Map<SensitivityClass, Record<string, Value>>()
  for (const [field, value] of Object.entries(set)) {
    const sensitivity = classOfField(kind, field)
    if (sensitivity === undefined) throw new Error(`${kind} has no field ${field}`)
    const part = parts.get(sensitivity) ?? {}
    part[field] = value
    parts.set(sensitivity, part)
  }
  return [...parts]
}
