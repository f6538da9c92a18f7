import { create } from 'zustand'

/** Whether names are hidden because others look at the screen; they never are at the start. Documents do not change. */
export const useSharedScreen = create<{ readonly hidden: boolean }>()(() => ({ hidden: false }))

export const toggleSharedScreen = (): void => useSharedScreen.setState(({ hidden }) => ({ hidden: !hidden }))
