import type { Sender } from '../../../../shared/contract/replies.ts'
import type { Prepared, Sent, TrustState } from '../../../../shared/contract/send-calls.ts'
import { ok } from '../../../../shared/kit/result.ts'

const KEY = 'W'.repeat(43)

/** Senders as a secretariat meets them. */
export const SENDERS: Readonly<Record<'known' | 'new' | 'unsigned', Sender>> = {
  known: { state: 'known', key: KEY, fingerprint: '7QK2 M4TN 90VB XR5D', name: 'Section Europe', replaces: 1 },
  new: { state: 'new', key: KEY, fingerprint: 'C3PA 0H8W 6ZJE 1YGN', name: '', replaces: 0 },
  unsigned: { state: 'unsigned', key: null, fingerprint: null, name: '', replaces: 0 },
}

const FINGERPRINT = 'S5DV 2NMB 8K4R HT0C'
const NAME = 'Afrique-4-2021-05-19-v4-11aa22bb.rapx'

/** What sending answers, in a process whose secretariat has made its key. */
export function sendAnswers(cited: readonly string[]) {
  const prepared: Prepared = {
    prepared: 'a',
    name: NAME,
    notes: 284,
    withheld: 6,
    outside: 12,
    cited: cited.map((record) => ({ record, words: ['Awa Diop'] })),
    fingerprint: FINGERPRINT,
    size: 184_000,
  }
  const sent: Sent = { name: NAME, notes: 284, withheld: 6, outside: 12, fingerprint: FINGERPRINT }
  const trust: TrustState = { recipient: 'XR5D 90VB 7QK2 M4TN', isOurs: false, senders: [] }
  return {
    'bundle.prepare': async () => ok(prepared),
    'bundle.send': async () => ok(sent),
    'trust.state': async () => ok(trust),
  }
}
