import type { ExitCode } from './exit-codes.ts'

export type Words = (key: string, values?: object) => string

/** An answer in words, and whether something in it should be looked at. */
export interface Said {
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
  /** When neither « done » nor « done with warnings » says it. */
  readonly code?: ExitCode
}
