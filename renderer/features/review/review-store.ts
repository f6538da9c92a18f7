import { create } from 'zustand'
import type { AnyFailure } from '../../state/edits.ts'
import { type Filter, NO_FILTER } from './review-filter.ts'
import { NOTHING_PICKED, type Selection } from './selection.ts'

export const REVIEW_TABS = ['list', 'trends', 'coverage'] as const
export type ReviewTab = (typeof REVIEW_TABS)[number]

interface ReviewState {
  readonly consultation: string
  readonly tab: ReviewTab
  readonly filter: Filter
  readonly selection: Selection
  /** The axis of the board; the first while none was chosen. */
  readonly axis: string | null
  /** The notes whose themes are being chosen. */
  readonly choosingThemes: readonly string[] | null
  readonly failure: AnyFailure | null
}

/** What the review screen shows, and finds again when one comes back to it. */
export const useReview = create<ReviewState>()(() => ({
  consultation: '',
  tab: 'list',
  filter: NO_FILTER,
  selection: NOTHING_PICKED,
  axis: null,
  choosingThemes: null,
  failure: null,
}))

const { getState, setState, getInitialState } = useReview

/** Begins again for another consultation. */
export function showReviewOf(consultation: string): void {
  if (getState().consultation !== consultation) setState({ ...getInitialState(), consultation })
}

export const showTab = (tab: ReviewTab): void => setState({ tab })
export const setFilter = (change: Partial<Filter>): void =>
  setState(({ filter }) => ({ filter: { ...filter, ...change } }))
export const setSelection = (change: (selection: Selection) => Selection): void =>
  setState(({ selection }) => ({ selection: change(selection) }))
export const showBoard = (axis: string | null): void => setState({ tab: 'trends', axis })
export const chooseThemesOf = (notes: readonly string[] | null): void => setState({ choosingThemes: notes })
export const showFailure = (failure: AnyFailure | null): void => setState({ failure })

/** Shows the notes that a number counts. */
export const openInList = (filter: Partial<Filter>): void =>
  setState({ tab: 'list', filter: { ...NO_FILTER, ...filter }, selection: NOTHING_PICKED })
