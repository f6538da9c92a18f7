import type { Note } from '../model/record.ts'

/**
 * Whether someone is not sure who said it, or people disagree on whether they are: nobody is named for it, and it makes
 * no second witness.
 */
export const isDoubtful = ({ f, conflicts }: Note): boolean =>
  f.doubtful === true || conflicts?.['doubtful'] !== undefined
