import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { Content } from '#shared/verify/placed.ts'
import { foldOf } from './said.ts'

/** Operations as they would lie line by line in a file. */
export const contentOf = (operations: readonly Operation[], drops: Iterable<Drop> = []): Content => ({
  placed: operations.map((operation, index) => ({ operation, file: 'ops.ndjson', line: index + 1 })),
  fold: foldOf(operations, drops),
})
