import { bundleFileName } from '#shared/exchange/bundle.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { narrowedBy, WHOLE } from '#shared/exchange/scope.ts'
import { shortFingerprint } from '#shared/exchange/short-fingerprint.ts'
import type { Handlers, InputOf } from '#shared/contract/method.ts'
import type { NotPrepared, Prepared, sendCalls } from '#shared/contract/send-calls.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { NotSaved } from '#shared/contract/failures.ts'
import { codeOf } from '../disk/file-layer.ts'
import { restate } from '../erasure/erase.ts'
import { doneJob } from '../jobs.ts'
import type { HandedBundle, HandedOrder } from '../exchange/make-bundle-of-store.ts'
import { newRecipientKey } from '../trust/recipient-key.ts'
import { nextInSeries } from '../trust/series.ts'
import { fingerprintOf } from '../trust/signing.ts'
import { trustStateOf } from '../trust/known-senders.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { fileDigest } from '../workspace/register.ts'

type Order = InputOf<(typeof sendCalls)['bundle.prepare']>

/** A file that was made and searched, and waits for its place on a disk. */
interface Ready {
  readonly id: string
  readonly open: OpenWorkspace
  readonly name: string
  readonly order: Order
  /** How far the journal went. */
  readonly upTo: number
  readonly made: HandedBundle
  readonly fingerprint: string
}

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Making files for others, handing them over, and whom one trusts. */
export function sendHandlers(desk: Desk): Handlers<typeof sendCalls> {
  let waiting: Ready | null = null
  return {
    'bundle.prepare': async (order) => {
      const ready = await prepare(desk, order)
      waiting = ready.ok ? ready.value : null
      return ready.ok ? ok(preparedOf(ready.value)) : ready
    },
    'bundle.send': async ({ to = '', prepared, ...order }) => {
      const kept = waiting?.id === prepared && waiting?.open === desk.open ? waiting : null
      if (prepared !== undefined && kept === null) return fail({ type: 'PreparedGone' })
      const ready = kept === null ? await prepare(desk, order) : ok(kept)
      if (!ready.ok) return ready
      const sent = await handOver(desk, ready.value, to)
      // Written once: the next file has the next number.
      if (sent.ok && sent.value !== null) waiting = null
      return sent
    },
    'trust.state': async () =>
      desk.open === null ? nothingOpen : ok(trustStateOf(desk.open.store, desk.open.records, desk.ports.digest)),
    'trust.makeKey': async () => {
      const open = desk.open
      if (open === null) return nothingOpen
      const unpublished = open.store.state.trust.findLast((entry) => entry.type === 'key')
      const key = unpublished ?? { type: 'key' as const, at: desk.ports.clock(), ...(await newRecipientKey()) }
      const noted = unpublished === undefined ? await open.note(key) : ok(null)
      if (!noted.ok) return noted
      const { consultation } = open.store
      const set = { recipient: key.recipient }
      const saved = await open.apply({ type: 'record.save', kind: 'consultation', record: consultation, set })
      if (saved.ok || saved.failure.type === 'NotSaved') return saved as Result<never, never>
      throw new Error(saved.failure.type)
    },
  }
}

async function prepare(desk: Desk, order: Order): Promise<Result<Ready, NotPrepared>> {
  const open = desk.open
  if (open === null) return nothingOpen
  const lock = lockOf(open, order)
  if (!lock.ok) return lock
  const { folder, copies, consultation, state, identity } = open.store
  const { kind, audience, scope = WHOLE } = order
  try {
    const store = { folder, identity, sent: state.sent }
    const series = await nextInSeries(store, { kind, audience, scope }, desk.layer, desk.ports.digest)
    const restated = await restateFor(desk, open, order)
    if (!restated.ok) return restated
    const upTo = open.store.place.count
    const asked = { folder, copies, consultation, upTo, kind, audience, scope, ...series, ...lock.value }
    const made = await doneJob(desk.ports.runJob, 'bundle.make', asked)
    if (!made.ok) return made
    const day = new Date(desk.ports.clock()).toISOString().slice(0, 10)
    const fingerprint = shortFingerprint(fingerprintOf(series.signer.publicKey))
    const id = newId(desk.ports.randomBytes)
    return ok({ id, open, order, upTo, made: made.value, fingerprint, name: bundleFileName(made.value.manifest, day) })
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

/** What an audience was told to forget and may see again is said again first. */
async function restateFor(desk: Desk, open: OpenWorkspace, { kind, audience }: Order): Promise<Result<null, NotSaved>> {
  const { sent, destruction } = open.store.state
  const isTold = sent.some((one) => one.audience === audience && one.retracted !== undefined)
  if (kind !== 'projection' || (!isTold && destruction.drops.length === 0)) return ok(null)
  const { folder, consultation } = open.store
  return restate(open, (upTo) => doneJob(desk.ports.runJob, 'bundle.restate', { folder, consultation, upTo, audience }))
}

function lockOf(open: OpenWorkspace, { lock }: Order): Result<Pick<HandedOrder, 'lock'>, NotPrepared> {
  if (lock === undefined) return ok({})
  if (lock.by === 'passphrase') {
    return strengthOf(lock.passphrase) === 'weak' ? fail({ type: 'PassphraseWeak' }) : ok({ lock })
  }
  const recipient = open.records.get(open.store.consultation)?.f['recipient']
  return typeof recipient === 'string' ? ok({ lock: { recipient } }) : fail({ type: 'NoRecipient' })
}

const preparedOf = ({ id, name, made, fingerprint }: Ready): Prepared => ({
  prepared: id,
  name,
  notes: made.manifest.counts.notes,
  withheld: made.withheld,
  outside: made.outside,
  cited: made.cited,
  fingerprint,
  size: made.bytes.length,
})

async function handOver(
  desk: Desk,
  { open, name, order, upTo, made, fingerprint }: Ready,
  to: string,
): ReturnType<Handlers<typeof sendCalls>['bundle.send']> {
  const { bytes, manifest, digest, withheld, outside, retracted = [] } = made
  const { kind, audience, scope = WHOLE, lock } = order
  try {
    const delivered = await desk.ports.delivery.save(name, bytes)
    if (delivered === null) return ok(null)
    const { stream, seq, counts } = manifest
    const noted = await open.note({
      type: 'sent',
      at: desk.ports.clock(),
      kind,
      audience,
      stream,
      seq,
      manifest: digest,
      name: delivered.name,
      file: fileDigest(bytes),
      notes: counts.notes,
      to,
      scope: narrowedBy(scope),
      chosen: scope,
      upTo,
      ...(retracted.length === 0 ? {} : { retracted: [...retracted] }),
      ...(lock === undefined ? {} : { locked: lock.by }),
    })
    return noted.ok ? ok({ name: delivered.name, notes: counts.notes, withheld, outside, fingerprint }) : noted
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}
