import { useShell } from '../../app/shell-model.ts'
import { askForNotes, type NotesAsked } from '../../state/notes-asked.ts'

/** Opens the list of notes on those that a number counts. */
export function useShowNotes(): (notes: NotesAsked) => void {
  const { goTo } = useShell()
  return (notes) => {
    askForNotes(notes)
    goTo('review')
  }
}
