import { create } from 'zustand'

/** Whom one is asked to remove: someone, nobody yet (`''`), or nothing is asked (null). */
export const useErasing = create<{ readonly person: string | null }>()(() => ({ person: null }))

/** Opens « Retirer une personne ». */
export const askToErase = (person = ''): void => useErasing.setState({ person })
export const leaveErasing = (): void => useErasing.setState({ person: null })
