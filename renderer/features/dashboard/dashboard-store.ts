import { create } from 'zustand'
import type { AnyFailure } from '../../state/edits.ts'

/** What a writing of this screen was refused for, until it is read. */
export const useDashboard = create<{ readonly failure: AnyFailure | null }>()(() => ({ failure: null }))

export const showFailure = (failure: AnyFailure | null): void => useDashboard.setState({ failure })
