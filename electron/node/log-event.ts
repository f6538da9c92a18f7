import { archiveContract, type ArchiveContract } from '#shared/contract/archive-contract.ts'
import { contract, type PageContract } from '#shared/contract/contract.ts'

/** Everything that the log can say happened. What is on no list here cannot be written: no text, name or path gets in. */
export const LOG_EVENTS = [
  'program.started',
  'program.closed',
  'store.opened',
  'store.damaged',
  'store.mended',
  'store.migrated',
  'store.notSaved',
  'lock.refused',
  'lock.takenOver',
  'snapshot.failed',
  'erasure.failed',
  'files.failed',
  'verify.done',
  'job.failed',
  'call.defect',
] as const
export type LogEvent = (typeof LOG_EVENTS)[number]

/** Classes of error that the log names; all others are an `Error`. What an error says is never written: it may quote. */
const ERROR_CLASSES = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'URIError',
  'AggregateError',
  'AbortError',
  'ZodError',
  'NotCanonical',
  'JobFailed',
  'JobCancelled',
  'UNKNOWN',
] as const
type SystemCode = `E${Uppercase<string>}`
export type LogCode = (typeof ERROR_CLASSES)[number] | SystemCode
/** Jobs of the worker: one that is not here does not compile where its end is noted. */
const JOBS = [
  'bundles.read',
  'merge.plan',
  'inbox.identify',
  'withdrawal.look',
  'merge.report',
  'bundle.make',
  'backup.make',
  'backup.inspect',
  'backup.read',
  'backup.restore',
  'files.take',
  'files.takeOwn',
  'files.orphans',
  'protection.wrap',
  'protection.rewrap',
  'protection.unwrap',
  'table.notes',
  'form.write',
  'form.read',
  'sources.read',
  'table.participants',
  'verify',
  'recover',
  'stores.survey',
  'evidence',
  'report',
  'snapshot',
  'bundle.restate',
  'store.destroy',
  'erasure.look',
  'erasure.list',
  'versions.list',
  'versions.look',
  'versions.back',
] as const
/** The name of a call or of a job. */
export type LogKind = keyof PageContract | keyof ArchiveContract | (typeof JOBS)[number]

export interface LogFacts {
  readonly n?: number
  readonly ms?: number
  readonly code?: LogCode
  readonly kind?: LogKind
}

const isErrorClass = (text: string): text is (typeof ERROR_CLASSES)[number] =>
  (ERROR_CLASSES as readonly string[]).includes(text)
const isSystemCode = (text: unknown): text is SystemCode => typeof text === 'string' && /^E[A-Z0-9_]{2,30}$/.test(text)

const CALLS: ReadonlySet<string> = new Set([...Object.keys(contract), ...Object.keys(archiveContract)])

export const isLogEvent = (text: string): text is LogEvent => (LOG_EVENTS as readonly string[]).includes(text)
export const isLogCode = (text: unknown): text is LogCode =>
  isSystemCode(text) || (typeof text === 'string' && isErrorClass(text))
export const isLogKind = (text: unknown): text is LogKind =>
  typeof text === 'string' && (CALLS.has(text) || (JOBS as readonly string[]).includes(text))

/** What the log says of an error: the system's code when it has one, else its class. */
export function logCodeOf(error: unknown): LogCode {
  const code = (error as { readonly code?: unknown } | null)?.code
  if (isSystemCode(code)) return code
  const name = error instanceof Error ? error.name : ''
  return isErrorClass(name) ? name : 'Error'
}
