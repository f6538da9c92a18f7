import type { Sender } from '#shared/contract/replies.ts'
import type { DecodedBundle } from '#shared/exchange/decode-bundle.ts'
import type { KnownSender, TrustState } from '#shared/contract/send-calls.ts'
import { shortFingerprint } from '#shared/exchange/short-fingerprint.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { Records } from '#shared/model/record.ts'
import type { StoreState } from '../store/store-state.ts'

type Known = Pick<StoreState, 'trust' | 'imports'>

/**
 * Who is known here, by the whole fingerprint of their key: named by a person, or seen before in contributions that were put
 * in and stand. The first sight of a key is the one that people compare.
 */
function knownSenders({ trust, imports }: Known): ReadonlyMap<string, KnownSender> {
  const known = new Map<string, KnownSender>()
  const seen = imports
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ at, files }) => files.flatMap(({ signer }) => (signer === undefined ? [] : [{ at, signer, name: '' }])))
  const named = trust.flatMap((entry) =>
    entry.type === 'sender' ? [{ at: entry.at, signer: entry.fingerprint, name: entry.name }] : [],
  )
  for (const { at, signer, name } of [...seen, ...named]) {
    const former = known.get(signer)
    const since = Math.min(at, former?.since ?? at)
    known.set(signer, { fingerprint: shortFingerprint(signer), since, name: name === '' ? (former?.name ?? '') : name })
  }
  return known
}

/** What opens here what is locked for a key. */
export const identitiesIn = ({ trust }: Pick<StoreState, 'trust'>): readonly string[] =>
  trust.flatMap((entry) => (entry.type === 'key' ? [entry.identity] : []))

export function trustStateOf(
  { consultation, state }: { readonly consultation: string; readonly state: Known },
  records: Records,
  digest: Digest,
): TrustState {
  const recipient = records.get(consultation)?.f['recipient']
  return {
    recipient: typeof recipient === 'string' ? shortFingerprint(digest(recipient)) : null,
    isOurs: state.trust.some((entry) => entry.type === 'key' && entry.recipient === recipient),
    senders: [...knownSenders(state).values()].toSorted((a, b) => a.since - b.since),
  }
}

/** Who vouches for a bundle, as far as they are known here. */
export function senderOf({ manifest, signer }: DecodedBundle, known: Known): Sender {
  const key = signer ?? null
  const fingerprint = key === null ? null : shortFingerprint(key)
  const former = key === null ? undefined : knownSenders(known).get(key)
  const series = known.imports.flatMap(({ files }) => files).filter(({ stream }) => stream === manifest.stream)
  const isChanged = series.some((file) => file.signer !== undefined && file.signer !== key)
  const state = isChanged ? 'changed' : key === null ? 'unsigned' : former === undefined ? 'new' : 'known'
  return { state, key, fingerprint, name: former?.name ?? '', replaces: 0 }
}
