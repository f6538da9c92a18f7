import * as z from 'zod'
import { classOfField } from '../model/fields.ts'
import { SENSITIVITY_CLASSES, type Operation } from '../operation/operation.ts'
import { LIMITS } from './limits.ts'

const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const words = z.string().max(256)
const recordId = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const kindName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/)
/** Begins with a letter, so that no field can be taken for an object's prototype. */
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9:._-]{0,255}$/)
const ids = z.array(digest).max(LIMITS.replaced)
const scalar = z.union([z.string(), z.boolean(), z.int(), z.null()])

/** The shape of an operation; loose, so that what a newer program adds is kept. */
export const operationSchema = z.looseObject({
  id: digest,
  head: z.looseObject({
    // One of a newer version with the same outside is kept and sent on; only the fold passes over it.
    v: z.int().min(1),
    c: recordId,
    r: recordId,
    t: kindName,
    k: z.enum(SENSITIVITY_CLASSES as readonly [string, ...string[]]),
    o: z.record(fieldName, ids).optional(),
    seen: z.record(z.string(), z.array(digest)).optional(),
    g: z.int().min(0).optional(),
    b: digest,
    s: digest,
  }),
  body: z.looseObject({ x: words, set: z.record(fieldName, z.union([scalar, z.array(scalar)])) }).optional(),
  rules: z.record(fieldName, scalar).optional(),
  stamp: z
    .looseObject({ x: words, d: words, n: z.int().min(0), h: z.string(), by: z.string(), batch: z.string() })
    .optional(),
})

/** A known field that travels in another class than its own, which would carry a name where only content may go. */
export function misplacedField({ head, body }: Operation): string | null {
  for (const field of Object.keys(body?.set ?? {})) {
    const expected = classOfField(head.t, field)
    if (expected !== undefined && expected !== head.k) return field
  }
  return null
}
