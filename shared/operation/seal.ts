import type { Digest } from '../kit/ports.ts'
import { canonical, NotCanonical } from './canonical.ts'
import type { Body, Head, Operation, Stamp } from './operation.ts'

/** Head, body and stamp as one operation: digests of the parts go into the head, and the digest of the head is its id. */
export function sealOperation(head: Omit<Head, 'b' | 's'>, body: Body, stamp: Stamp, digest: Digest): Operation {
  const sealed: Head = { ...head, b: digest(canonical(body)), s: digest(canonical(stamp)) }
  return { id: digest(canonical(sealed)), head: sealed, body, stamp }
}

/** Why an operation is not what it says: the id must be that of the head, and body and stamp those the head announces. */
export type Forgery = 'id' | 'body' | 'stamp' | 'not-canonical'

/** Checks an operation that came from elsewhere; `null` when every digest holds. Absent parts prove nothing and pass. */
export function forgeryOf({ id, head, body, stamp }: Operation, digest: Digest): Forgery | null {
  try {
    if (digest(canonical(head)) !== id) return 'id'
    if (body !== undefined && digest(canonical(body)) !== head.b) return 'body'
    if (stamp !== undefined && digest(canonical(stamp)) !== head.s) return 'stamp'
    return null
  } catch (error) {
    if (error instanceof NotCanonical) return 'not-canonical'
    throw error
  }
}
