import type { Session } from '#shared/model/record.ts'
import { IdentifyDialog } from './identify-dialog.tsx'
import { NoteMenu } from './note-menu.tsx'
import { PartDialog } from './part-dialog.tsx'
import { ReattributeDialog } from './reattribute-dialog.tsx'
import { askVoices, useVoiceAsked, type VoiceAsked } from './voice-asked.ts'

interface VoiceDialogsProps {
  session: Session
  onEdit: (note: string) => void
  /** Back to the field, when there is no row to go back to. */
  onField: () => void
}

const rowOf = (asked: VoiceAsked): HTMLElement | null =>
  'note' in asked && asked.note !== null
    ? document.querySelector<HTMLElement>(`.feed [data-note="${asked.note.id}"]`)
    : null

const isInField = (): boolean => document.activeElement?.matches('.composer *') === true

/** Menus and questions on who spoke, one at a time; the keyboard goes back where it was. */
export function VoiceDialogs({ session, onEdit, onField }: VoiceDialogsProps) {
  const asked = useVoiceAsked((state) => state.asked)
  if (asked === null) return null
  const close = () => {
    // A choice of the menu may have asked something else.
    if (useVoiceAsked.getState().asked === asked) askVoices(null)
    // Once what took the focus is gone, unless something else was asked from it.
    requestAnimationFrame(() => {
      if (useVoiceAsked.getState().asked !== null || isInField()) return
      const row = rowOf(asked)
      if (row === null) onField()
      else row.focus({ preventScroll: true })
    })
  }
  switch (asked.type) {
    case 'identify':
      return <IdentifyDialog speaker={asked.speaker} onClose={close} />
    case 'reattribute':
      return <ReattributeDialog note={asked.note} following={asked.following} onClose={close} />
    case 'rule':
      return <PartDialog session={session} note={asked.note} onClose={close} />
    case 'menu':
      return <NoteMenu session={session} asked={asked} onEdit={onEdit} onClose={close} />
  }
}
