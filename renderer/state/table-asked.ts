import { create } from 'zustand'

/** What is asked of a table: whatever it holds, or people for a session. */
export type TableAsked = { readonly for: 'anything' } | { readonly for: 'session'; readonly session: string }

/** The table that one is asked to bring in; null when none is. */
export const useTableAsked = create<{ readonly asked: TableAsked | null }>()(() => ({ asked: null }))

/** Opens « Importer un tableau ». */
export const askForTable = (asked: TableAsked): void => useTableAsked.setState({ asked })
export const leaveTable = (): void => useTableAsked.setState({ asked: null })
