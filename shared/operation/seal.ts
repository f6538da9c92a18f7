import type { Digest } from '../kit/ports.ts'
import { canonical } from './canonical.ts'
import type { Body, Head, Operation, Stamp } from './operation.ts'

/** Head, body and stamp as one operation: digests of the parts go into the head, and the digest of the head is its id. */
export function sealOperation(head: Omit<Head, 'b' | 's'>, body: Body, stamp: Stamp, digest: Digest): Operation {
  const sealed: Head = { ...head, b: digest(canonical(body)), s: digest(canonical(stamp)) }
  return { id: digest(canonical(sealed)), head: sealed, body, stamp }
}

/** Why an operation is not what it says: the id must be that of the head, and body and stamp those the head announces. */
export type Forgery = 'id' | 'body' | 'stamp'

/** The canonical form of each part of an operation, made once and used for its line and for its digests. */
export type CanonicalParts = ReadonlyMap<string, string>

/** Parts of an operation that came from elsewhere, unknown ones included. Throws `NotCanonical`. */
export const canonicalParts = (json: object): CanonicalParts =>
  new Map(
    Object.entries(json)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([part, value]) => [part, canonical(value)]),
  )

/** The line that holds an operation: its parts in canonical order. */
export const lineOf = (parts: CanonicalParts): string =>
  `{${[...parts].map(([part, text]) => `${JSON.stringify(part)}:${text}`).join(',')}}`

/** Checks an operation that came from elsewhere; `null` when every digest holds. Absent parts prove nothing and pass. */
export function forgeryOf({ id, head }: Operation, parts: CanonicalParts, digest: Digest): Forgery | null {
  const announces = (part: string, announced: string): boolean => {
    const text = parts.get(part)
    return text === undefined || digest(text) === announced
  }
  if (!announces('head', id)) return 'id'
  if (!announces('body', head.b)) return 'body'
  return announces('stamp', head.s) ? null : 'stamp'
}
