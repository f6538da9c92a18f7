import { newId } from '#shared/kit/id.ts'
import type { Head, Operation, SensitivityClass, Values } from '#shared/operation/operation.ts'
import { sealOperation } from '#shared/operation/seal.ts'
import { CONSULTATION, idOf, seededRandom, sha256 } from './author.ts'

const random = seededRandom('someone else')

interface Forged {
  readonly record: string
  readonly kind: string
  readonly set: Values
  readonly class?: SensitivityClass
  readonly over?: Head['o']
  readonly seen?: Head['seen']
  readonly consultation?: string
}

/** An operation that verifies and that no command of this program would write. */
export function forged({ record, kind, set, over, seen, consultation = CONSULTATION, ...rest }: Forged): Operation {
  const head = { v: 1 as const, c: consultation, r: record, t: kind, k: rest.class ?? 'c' }
  const named = { ...(over === undefined ? {} : { o: over }), ...(seen === undefined ? {} : { seen }) }
  const stamp = {
    x: newId(random),
    d: idOf('elsewhere'),
    n: 1,
    h: '0'.repeat(16),
    by: idOf('them'),
    batch: newId(random),
  }
  return sealOperation({ ...head, ...named }, { x: newId(random), set }, stamp, sha256)
}
