import * as z from 'zod'
import type { NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'

const token = z.string().min(1).max(200)
/** As many files as a folder may give at once. */
export const fileTokens = z.array(token).min(1).max(1_000)

/** A file of contributions the page may name. */
interface GivenFile {
  readonly token: string
  readonly name: string
}

/** What a folder gave that should be told. */
export type FolderWord =
  | { readonly type: 'Empty'; readonly name: string }
  /** It holds more than is taken at once, or folders too deep inside one another. */
  | { readonly type: 'Cut'; readonly name: string; readonly taken: number }
  | { readonly type: 'Unread'; readonly name: string }
  /** More files than one merge takes. */
  | { readonly type: 'TooMany'; readonly name: string; readonly taken: number }

export interface Unfolded {
  readonly files: readonly GivenFile[]
  readonly told: readonly FolderWord[]
}

/** A folder where contributions arrive: a shared drive, a stick, the copy that a synchroniser keeps. */
export interface Inbox {
  /** The last part of its path. */
  readonly name: string
  /** False while the folder cannot be read: a stick was taken out, a drive is not connected. */
  readonly isThere: boolean
  /** Files that were never put in, whole on this computer. */
  readonly files: readonly GivenFile[]
  /** Files that are still arriving. */
  readonly arriving: number
}

/** Folders of contributions. */
export const inboxCalls = {
  /** The files themselves in the place of the folders among what was chosen or dropped. */
  'files.unfold': method<Unfolded>()(z.object({ files: fileTokens })),
  /** Null when no folder is watched for the open consultation. */
  'inbox.look': method<Inbox | null, NothingOpen>()(z.object({})),
  /** Opens the system's dialog; answers what is watched then, the former folder when the person declined. */
  'inbox.choose': method<Inbox | null, NothingOpen | NotSaved>()(z.object({})),
  'inbox.forget': method<null, NothingOpen | NotSaved>()(z.object({})),
}
