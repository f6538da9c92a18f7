import type { Digest } from '#shared/kit/ports.ts'
import { isKind } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { Findings } from '#shared/verify/findings.ts'
import type { Content } from '#shared/verify/placed.ts'
import { worstOf, type Contents, type Verification } from '#shared/verify/verification.ts'

/** The report on what could be read. */
export function toldOf(
  subject: Verification['subject'],
  { content, contents }: { readonly content: Content; readonly contents: Contents },
  { checks }: Findings,
  digest: Digest,
): Verification {
  const notes = [...readRecords(content.fold).values()].filter((record) => isKind(record, 'note'))
  return {
    ok: worstOf(checks) !== 'damage',
    subject,
    operations: content.placed.length,
    notes: notes.length,
    contents,
    canonicalHash: canonicalHash(content.fold, digest),
    checks,
  }
}

/** The report on a bundle of which nothing can be told. */
export const unread = ({ checks }: Findings, locked: boolean): Verification => ({
  ok: false,
  subject: { type: 'bundle', kind: null, locked, covered: [], uncovered: [] },
  operations: 0,
  notes: 0,
  contents: { present: 0, dropped: 0, withheld: 0, missing: 0 },
  canonicalHash: null,
  checks,
})
