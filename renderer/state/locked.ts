import { create } from 'zustand'

/** The protected consultation that a person wants to open, until they have or give it up. */
export const useLocked = create<{ readonly asked: string | null }>()(() => ({ asked: null }))

export const askUnlock = (asked: string | null): void => useLocked.setState({ asked })
