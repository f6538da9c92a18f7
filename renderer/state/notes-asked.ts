import { useEffect } from 'react'
import { create } from 'zustand'

/** Which notes a number counts: parts of the filter of the screen that lists them. */
export interface NotesAsked {
  readonly view?:
    | 'undecided'
    | 'no-speaker'
    | 'doubtful'
    | 'no-theme'
    | 'quotes'
    | 'recommendations'
    | 'protected'
    | 'unsettled'
    | 'all'
  readonly axis?: string
  readonly region?: string
  readonly kind?: string
  readonly session?: string
}

/** Notes that another screen asked for, until the screen that lists them takes the question. */
const useAsked = create<{ readonly waiting: NotesAsked | null }>()(() => ({ waiting: null }))

export const askForNotes = (waiting: NotesAsked): void => useAsked.setState({ waiting })

/** Shows what was asked for, once, when the list is there to do it. */
export function useNotesAsked(show: (notes: NotesAsked) => void): void {
  const waiting = useAsked((state) => state.waiting)
  useEffect(() => {
    if (waiting === null) return
    useAsked.setState({ waiting: null })
    show(waiting)
  }, [waiting, show])
}
