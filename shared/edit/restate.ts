import type { Restatement } from '../erasure/plan-erasure.ts'
import { newId } from '../kit/id.ts'
import { sealOperation } from '../operation/seal.ts'
import { createStamper, type Author, type Position } from './author.ts'
import type { Batch } from './write-batch.ts'

/**
 * Says again what some operations say, each in one of its own that replaces it alone: what stood side by side still does.
 */
export function writeRestated(restated: readonly Restatement[], author: Author, position: Position): Batch {
  const id = newId(author.random)
  const stamper = createStamper(author, position, id)
  const operations = restated.map(({ operation, record, kind, class: sensitivity, set }) => {
    const o = Object.fromEntries(Object.keys(set).map((field) => [field, [operation]]))
    const head = { v: 1 as const, c: author.consultation, r: record, t: kind, k: sensitivity, o }
    return sealOperation(head, { x: newId(author.random), set }, stamper.next(), author.digest)
  })
  return { id, operations, position: stamper.position() }
}
