import type { Records } from '../model/record.ts'
import { byDoubt, type Doubt } from './doubts.ts'

/** What a rapporteur may still say of the notes of a sitting before it is written up. */
export interface LeftOpen {
  /** Notes that name nobody, or only « Intervenant 4 ». */
  readonly speakers: number
  /** Notes that name no theme: they count in no agreement and no divergence between themes. */
  readonly themes: number
}

const NOBODY: readonly Doubt[] = ['speaker', 'unnamed', 'position']

/** How many notes of a session lack what documents are made of. What tells how the sitting went lacks nothing. */
export function leftOpenIn(records: Records, session: string): LeftOpen {
  const open = byDoubt(records, session)
  return {
    speakers: open.filter(({ doubts }) => NOBODY.some((doubt) => doubts.includes(doubt))).length,
    themes: open.filter(({ doubts }) => doubts.includes('theme')).length,
  }
}
