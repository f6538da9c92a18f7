import type { FileFailure } from '../exchange/container-failure.ts'
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

/** `reason` has words in the catalogue `import`; `about` is what they name: a line, a limit, a sheet. */
interface TableRefused<Type extends string> {
  readonly type: Type
  readonly reason: string
  /** The same, as one text. */
  readonly detail: string | null
  readonly file: string
  readonly about: Readonly<Record<string, string | number | readonly string[]>>
}

export type TableFailureReply = TableRefused<'TableUnreadable'> | TableRefused<'MapInvalid'> | FileFailure
