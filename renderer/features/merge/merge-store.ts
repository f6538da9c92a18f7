import { create } from 'zustand'
import type { MergeDone, MergePreview } from '#shared/contract/replies.ts'
import type { AnyFailure } from '../../state/edits.ts'
import type { Choices } from './conflict-cases.ts'
import type { Answers } from './equivalent-answers.ts'

export interface PickedFile {
  readonly token: string
  readonly name: string
}

export type MergeDialog = 'journal' | 'send'

/** Files to put in, then what waits for a person: versions, edits that outlived a deletion, notes that look alike. */
export type Inbox = 'files' | 'conflicts' | 'kept' | 'duplicates'

/** Where one is among some cases, and what was chosen so far. */
export interface Sorting {
  readonly choices: Choices
  /** Which case is shown, counted from 0. */
  readonly at: number
}

interface MergeState extends Sorting {
  readonly consultation: string
  readonly inbox: Inbox
  readonly files: readonly PickedFile[]
  /** What is going on, and how far, from 0 to 1. */
  readonly job: { readonly what: 'preview' | 'merge'; readonly share: number; readonly cancel: () => void } | null
  readonly preview: MergePreview | null
  /** The file whose counts are shown alone. */
  readonly file: string | null
  /** What was said of look-alikes. */
  readonly answers: Answers
  /** Of what stands side by side here, whatever brought it. */
  readonly standing: Sorting
  readonly done: MergeDone | null
  readonly failure: AnyFailure | null
  readonly dialog: MergeDialog | null
}

const nothingChosen: Sorting = { choices: new Map(), at: 0 }

/** What the merge screen shows; it stays while one looks at another screen, and so does what is going on. */
export const useMerge = create<MergeState>()(() => ({
  ...nothingChosen,
  consultation: '',
  inbox: 'files',
  files: [],
  job: null,
  preview: null,
  file: null,
  answers: new Map(),
  standing: nothingChosen,
  done: null,
  failure: null,
  dialog: null,
}))

const { getState, setState, getInitialState } = useMerge

/** Begins again for another consultation. */
export function showMergeOf(consultation: string): void {
  if (getState().consultation !== consultation) setState({ ...getInitialState(), consultation })
}

export const openDialog = (dialog: MergeDialog | null): void => setState({ dialog })
export const showInbox = (inbox: Inbox): void => setState({ inbox })
export const showFile = (file: string | null): void => setState({ file })
export const showFailure = (failure: AnyFailure | null): void => setState({ failure })
export const setAnswers = (change: (answers: Answers) => Answers): void =>
  setState(({ answers }) => ({ answers: change(answers) }))

export const sortPreview = (change: (sorting: Sorting) => Partial<Sorting>): void =>
  setState(({ choices, at }) => change({ choices, at }))
export const sortStanding = (change: (sorting: Sorting) => Partial<Sorting>): void =>
  setState(({ standing }) => ({ standing: { ...standing, ...change(standing) } }))
