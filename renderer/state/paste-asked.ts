import { create } from 'zustand'

/** The session that a programme is pasted into; null when none is asked for. */
export const usePasteAsked = create<{ readonly session: string | null }>()(() => ({ session: null }))

/** Opens « Coller un programme ». */
export const askForPaste = (session: string): void => usePasteAsked.setState({ session })
export const leavePaste = (): void => usePasteAsked.setState({ session: null })
