import { createHash } from 'node:crypto'
import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import { newId } from '#shared/kit/id.ts'
import type { RandomBytes } from '#shared/kit/ports.ts'
import type { SeriesPlace } from '../exchange/make-bundle.ts'
import type { EntryOf } from '../store/entry.ts'

type Sent = EntryOf<'sent'>

/** SHA-256 of a file in hexadecimal, as people compare it. */
export const fileDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Where the next file of a kind for an audience stands in its series. */
export function nextPlace(
  sent: readonly Sent[],
  kind: string,
  audience: Sent['audience'],
  random: RandomBytes,
): SeriesPlace {
  const last = sent.findLast((entry) => entry.kind === kind && entry.audience === audience)
  return { stream: last?.stream ?? newId(random), seq: (last?.seq ?? 0) + 1, prev: last?.manifest ?? null }
}

/** What left, the last first. */
export const registerOf = (sent: readonly Sent[]): readonly RegisterEntry[] =>
  sent
    .map(({ at, kind, audience, name = null, file = null, notes = null, to = '', scope = [], locked = null }) => ({
      at,
      kind,
      audience,
      name,
      file,
      notes,
      to,
      scope,
      locked,
    }))
    .toReversed()
