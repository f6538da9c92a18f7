import { create } from 'zustand'
import type { MergeDone, MergePreview } from '#shared/contract/replies.ts'
import type { AnyFailure } from '../../state/edits.ts'
import type { Choices } from './conflict-cases.ts'

export interface PickedFile {
  readonly token: string
  readonly name: string
}

export type MergeDialog = 'journal' | 'send' | 'table'

interface MergeState {
  readonly consultation: string
  readonly files: readonly PickedFile[]
  /** What is going on, and how far, from 0 to 1. */
  readonly job: { readonly what: 'preview' | 'merge'; readonly share: number; readonly cancel: () => void } | null
  readonly preview: MergePreview | null
  readonly choices: Choices
  /** Which case is shown, counted from 0. */
  readonly at: number
  readonly done: MergeDone | null
  readonly failure: AnyFailure | null
  readonly dialog: MergeDialog | null
}

/** What the merge screen shows; it stays while one looks at another screen, and so does what is going on. */
export const useMerge = create<MergeState>()(() => ({
  consultation: '',
  files: [],
  job: null,
  preview: null,
  choices: new Map(),
  at: 0,
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
export const setChoices = (change: (choices: Choices) => Choices): void =>
  setState(({ choices }) => ({ choices: change(choices) }))
export const showCase = (at: number): void => setState({ at })
export const showFailure = (failure: AnyFailure | null): void => setState({ failure })
