import type { Edited } from './replies.ts'

/** One row that was not taken, by its line in the file. */
export interface RowErrorReply {
  readonly line: number
  readonly column: string | null
  readonly type: string
  readonly value: string
}

export interface TablePreview {
  readonly columns: readonly string[]
  readonly rows: number
  /** The first rows, for the eye. */
  readonly sample: readonly Readonly<Record<string, string>>[]
  readonly encoding: string | null
  readonly separator: string | null
  readonly sheet: string | null
  /** What the names of the columns suggest, in the syntax of `map`. */
  readonly suggestedMap: string
  readonly notes: number
  readonly toCreate: {
    readonly axes: readonly string[]
    readonly regions: readonly string[]
    readonly themes: readonly string[]
  }
  readonly errors: readonly RowErrorReply[]
}

export interface TableImported extends Edited {
  readonly added: number
  /** Rows whose notes were here already: the same file, put in again. */
  readonly alreadyHere: number
  readonly errors: readonly RowErrorReply[]
}

export type TableFailureReply =
  | { readonly type: 'TableUnreadable'; readonly reason: string; readonly detail: string | null }
  | { readonly type: 'MapInvalid'; readonly reason: string; readonly detail: string | null }
  | { readonly type: 'FileUnreadable'; readonly code: string }
