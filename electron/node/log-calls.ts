import type { Found, ReadOnly } from '#shared/contract/opening.ts'
import type { Result } from '#shared/kit/result.ts'
import { isLogCode, isLogKind, type LogEvent } from './log-event.ts'
import type { Log } from './ports.ts'

const EVENT_OF: { readonly [T in Found['type']]?: LogEvent } = {
  Lost: 'store.damaged',
  Mended: 'store.mended',
  Migrated: 'store.migrated',
  LockTakenOver: 'lock.takenOver',
  SnapshotDamaged: 'snapshot.failed',
}

interface Opened {
  readonly found: readonly Found[]
  readonly readOnly: ReadOnly | null
  readonly records: readonly unknown[]
}

/** Notes what a call came to, where that is worth knowing later: a store that was opened, a disk that refused. */
export function logCall(log: Log, method: string, result: Result<unknown, unknown>, ms: number): void {
  const kind = isLogKind(method) ? { kind: method } : {}
  if (!result.ok) {
    const { type, code } = result.failure as { readonly type?: unknown; readonly code?: unknown }
    if (type === 'NotSaved') log('store.notSaved', { ...kind, ...(isLogCode(code) ? { code } : {}) })
    return
  }
  if (!isOpened(method, result.value)) return
  log('store.opened', { ...kind, n: result.value.records.length, ms: Math.round(ms) })
  for (const { type, ...found } of result.value.found) {
    const event = EVENT_OF[type]
    if (event !== undefined) log(event, 'writings' in found ? { n: found.writings } : {})
  }
  if (result.value.readOnly?.type === 'OpenElsewhere') log('lock.refused')
}

const OPENING: ReadonlySet<string> = new Set([
  'consultation.create',
  'consultation.open',
  'consultation.sample',
  'backup.restore',
])

const isOpened = (method: string, value: unknown): value is Opened =>
  OPENING.has(method) && typeof value === 'object' && value !== null && 'found' in value && 'records' in value
