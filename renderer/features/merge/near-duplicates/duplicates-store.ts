import { create } from 'zustand'
import type { DuplicatesFound } from '#shared/contract/duplicate-calls.ts'
import type { AnyFailure } from '../../../state/edits.ts'

/** What the screen lists: pairs to look at, those that were linked, or the whole session. */
export const SHOWN = ['proposed', 'same', 'all'] as const
export type Shown = (typeof SHOWN)[number]

interface DuplicatesState {
  readonly consultation: string
  readonly found: DuplicatesFound | null
  /** The text of each note when it was last compared. */
  readonly compared: ReadonlyMap<string, string>
  /** A search that is under way, and how far, from 0 to 1. */
  readonly job: { readonly share: number; readonly cancel: () => void } | null
  readonly failure: AnyFailure | null
  /** The session that is shown; null until one is chosen, `between` for pairs of two sessions. */
  readonly session: string | null
  readonly shown: Shown
  /** Who stands in the first column, a place among those who took notes; null until one is chosen. */
  readonly first: number | null
  /** A note that waits for another to be linked with. */
  readonly picked: string | null
}

/** What was found, and what is shown of it; it stays while one looks at another screen. */
export const useDuplicates = create<DuplicatesState>()(() => ({
  consultation: '',
  found: null,
  compared: new Map(),
  job: null,
  failure: null,
  session: null,
  shown: 'proposed',
  first: null,
  picked: null,
}))

export const showSession = (session: string | null): void =>
  useDuplicates.setState({ session, first: null, picked: null })
export const showPairs = (shown: Shown): void => useDuplicates.setState({ shown, picked: null })
export const showFirst = (first: number): void => useDuplicates.setState({ first })
export const pickNote = (picked: string | null): void => useDuplicates.setState({ picked })
