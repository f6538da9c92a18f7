import * as z from 'zod'
import { create } from 'zustand'
import type { AnyFailure } from '../../state/edits.ts'
import { keepPlace, placeOf } from '../../state/place.ts'
import { type Filter, NO_FILTER, VIEWS } from './review-filter.ts'
import { goTo, NOTHING_PICKED, type Selection } from './selection.ts'

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

const { getState, setState, getInitialState, subscribe } = useReview

const PART = 'review'
const part = z.string().nullable()
const placeSchema = z.object({
  tab: z.enum(REVIEW_TABS),
  filter: z.object({
    view: z.enum(VIEWS),
    region: part,
    axis: part,
    session: part,
    kind: part,
    scope: part,
    theme: part,
    text: z.string(),
  }),
  axis: part,
  /** The note where the keyboard is. */
  current: part,
})

/** Begins again for another consultation, where one was in it. */
export function showReviewOf(consultation: string): void {
  if (getState().consultation === consultation) return
  const left = placeSchema.safeParse(placeOf(PART)).data
  const { tab, filter, axis } = left ?? getInitialState()
  setState({
    ...getInitialState(),
    consultation,
    tab,
    filter,
    axis,
    selection: goTo(NOTHING_PICKED, left?.current ?? null),
  })
}

subscribe(({ consultation, tab, filter, axis, selection: { current } }, former) => {
  if (consultation === former.consultation) keepPlace(PART, { tab, filter, axis, current })
})

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
