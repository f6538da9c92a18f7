import { partsOf } from '../edit/parts.ts'
import { derivedId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
import type { Operation, Stamp } from '../operation/operation.ts'
import { sealOperation } from '../operation/seal.ts'
import type { StartingRecord } from './template-records.ts'

/** Whose writings these are, when no person typed them: all that makes their bytes the same everywhere. */
export interface DerivedOrigin {
  readonly consultation: string
  /** What salts are derived from: a template's version, or the digest of an imported file. */
  readonly seed: string
  readonly stream: string
  /** Version of the template, when it is one: its operations then yield to a person's. */
  readonly version?: number
}

/** Operations with derived salts and stamps: made twice, or on two computers, they are the same operations. */
export function derivedOperations(
  { consultation, seed, stream, version }: DerivedOrigin,
  records: readonly StartingRecord[],
  digest: Digest,
): readonly Operation[] {
  return records.flatMap((record) =>
    partsOf(record.kind, record.set).map(([sensitivity, set], index) => {
      const salt = derivedId(digest, seed, consultation, record.id, sensitivity, String(index))
      const head = { v: 1 as const, c: consultation, r: record.id, t: record.kind, k: sensitivity }
      const stamp: Stamp = { x: salt, d: stream, n: 0, h: '0'.repeat(16), by: stream, batch: stream }
      const versioned = version === undefined ? head : { ...head, g: version }
      return sealOperation(versioned, { x: salt, set }, stamp, digest)
    }),
  )
}

/** The operations that a consultation made from a template begins with; they yield to whatever a person writes. */
export const genesisOperations = (
  consultation: string,
  version: number,
  records: readonly StartingRecord[],
  digest: Digest,
): readonly Operation[] =>
  derivedOperations({ consultation, seed: `genesis ${version}`, stream: 'genesis', version }, records, digest)
