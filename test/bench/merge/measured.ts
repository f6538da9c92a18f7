/** Milliseconds of processor of three merges: first exports, later ones into what was corrected meanwhile, and the same files again. */
export interface Measured {
  readonly a: number
  readonly b: number
  readonly c: number | null
  /** Fields whose two sides stand side by side after (b). */
  readonly conflicts: number | null
  /** The most that the process ever held. */
  readonly memoryMb: number
  /** Of (a) and (b), reading and verifying alone. */
  readonly reading?: { readonly first: number; readonly later: number }
}
