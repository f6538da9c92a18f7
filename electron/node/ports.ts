import type { EventName } from '#shared/contract/events.ts'
import type { Language } from '#shared/i18n/languages.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { Result } from '#shared/kit/result.ts'
import type { SealedPlace } from './disk/sealed-layer.ts'
import type { Self } from './store/lock.ts'
import type { LogEvent, LogFacts } from './log-event.ts'

/** A file a person chose, dropped or opened. The page holds the token and never sees the path. */
export interface FileToken {
  readonly token: string
  readonly name: string
}

export type FilePurpose = 'bundle' | 'notes' | 'source' | 'folder'

export interface Files {
  /** Asks the person; an empty list means they changed their mind. */
  choose(purpose: FilePurpose, many: boolean): Promise<readonly FileToken[]>
  /** The files asked for from outside (double click, second start) since the last call: each is given once. */
  take(): readonly FileToken[]
  /** Undefined for a token this run did not give. */
  path(token: string): string | undefined
  /** Tokens for files found in a folder that a person chose; the same path keeps its token. */
  give(files: readonly { readonly path: string; readonly name: string }[]): readonly FileToken[]
  /** What a person is told a file is called: its name, or its way from the folder that they chose. */
  name(token: string): string | undefined
}

export interface Delivered {
  readonly path: string
  readonly name: string
}

export interface Delivery {
  /** Hands a finished file over, whole or not at all. Null when the person declined; throws when the disk refuses. */
  save(suggestedName: string, bytes: Uint8Array): Promise<Delivered | null>
  /** Shows a delivered file in its folder. */
  reveal(path: string): void
  /** Opens a delivered file with the system's own program; false where there is none. */
  open(path: string): Promise<boolean>
}

/** What a worker is asked to do: plain data only, since it crosses processes. */
export interface Job {
  readonly name: string
  readonly input: unknown
  /** Places that it reads and writes with a key. */
  readonly sealed?: readonly SealedPlace[]
  /** Megabytes that its values may take: beyond, its process ends, and no other. */
  readonly memory?: number
}

/** What a worker says to its host: any number of `progress`, then one `done` or one `failed`. */
export type WorkerNews =
  | { readonly type: 'progress'; readonly progress: unknown }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly reason: string }

export type JobFailure =
  | { readonly type: 'JobCancelled' }
  /** `reason` is what the worker said, or `ended` when it ended without a word. */
  | { readonly type: 'JobFailed'; readonly reason: string }

export interface RunningJob {
  readonly result: Promise<Result<unknown, JobFailure>>
  /** Stops the job wherever it stands, even in a loop that listens to nobody. */
  cancel(): void
}

/** Runs one job in a worker of its own. */
export type RunJob = (job: Job, onProgress: (progress: unknown) => void) => RunningJob

/** Tells the page; lost when there is no page yet. */
export type Emit = (event: EventName, payload?: unknown) => void

/** Facts about the program, never about the people: no free text, no name, no path. */
export type Log = (event: LogEvent, facts?: LogFacts) => void

/** What the person's session keeps locked for them: asked only to spare typing, never to hold the only copy. */
export interface Keychain {
  isAvailable(): Promise<boolean>
  lock(text: string): Promise<string>
  /** Null when it no longer opens. */
  open(locked: string): Promise<string | null>
}

/** What a host (desktop or command line) lends to the node side. */
export interface Ports {
  readonly dataFolder: string
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  readonly digest: Digest
  /** The running program, as other programs tell it by its lock. */
  readonly self: Self
  readonly files: Files
  readonly delivery: Delivery
  readonly runJob: RunJob
  readonly emit: Emit
  readonly log: Log
  /** Where the system has one. */
  readonly keychain?: Keychain
}

/** What a host needs from the node side. */
export interface Composed {
  call(method: string, input: unknown): Promise<unknown>
  /** Language of the interface. */
  language(): Language
  onLanguage(listener: (language: Language) => void): void
  /** Closes what is open: to be awaited before the program ends. */
  close(): Promise<void>
}
