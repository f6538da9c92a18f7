import { namesFile } from '../model/fields.ts'
import type { Operation } from './operation.ts'

const DIGEST = /^[0-9a-f]{64}$/

/** Digests of the files that operations name where they still say something, each once. */
export function namedFiles(operations: Iterable<Operation>): ReadonlySet<string> {
  const digests = new Set<string>()
  for (const { head, body } of operations) {
    for (const [field, value] of Object.entries(body?.set ?? {})) {
      if (typeof value === 'string' && DIGEST.test(value) && namesFile(head.t, field)) digests.add(value)
    }
  }
  return digests
}
