import type { RefObject } from 'react'
import { turnFrom } from '#shared/edit/turns.ts'
import { isKind, type Note, type Records, type Session } from '#shared/model/record.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { changeLine, useCapture } from './capture-store.ts'
import { outsideDialogs } from './outside-dialogs.ts'
import { togglePart } from './session-part.ts'
import { useSessionNotes } from './use-programme.ts'
import { act, giveToUnidentified, markDoubtful } from './voice-acts.ts'
import { askVoices } from './voice-asked.ts'

/** The note of the row that has the focus. */
function rowNote(records: Records): Note | undefined {
  const id = document.activeElement?.closest<HTMLElement>('.feed [data-note]')?.dataset['note']
  const record = id === undefined ? undefined : records.get(id)
  return record !== undefined && isKind(record, 'note') ? record : undefined
}

/** Keys on who spoke, under which rule, and on notes cut and joined: on the row with the focus, else on the last note. */
export function useVoiceKeys(session: Session, field: RefObject<HTMLTextAreaElement | null>, split: () => void): void {
  const { records } = useWorkspace()
  const notes = useSessionNotes(session.id)
  const chosen = () => rowNote(records) ?? notes.at(-1)
  const doubt = () => {
    const note = rowNote(records)
    if (note === undefined) changeLine((line) => ({ ...line, doubtful: !line.doubtful }))
    else void markDoubtful(note.id, note.f.doubtful !== true)
  }
  const reattribute = () => {
    const note = chosen()
    if (note === undefined) return
    askVoices({ type: 'reattribute', note, following: turnFrom(records, note).length > 1 })
  }
  const join = () => {
    const note = chosen()
    const before = notes[notes.findIndex(({ id }) => id === note?.id) - 1]
    if (note !== undefined && before !== undefined) void act({ type: 'notes.join', into: before.id, from: note.id })
  }
  useKeys('capture', {
    unidentified: outsideDialogs(() => {
      field.current?.focus()
      void giveToUnidentified(session.id)
    }),
    doubtful: outsideDialogs(doubt),
    reattribute: outsideDialogs(reattribute),
    join: outsideDialogs(() => useCapture.getState().editing === null && join()),
    part: outsideDialogs(() => togglePart(session)),
    split: outsideDialogs(split),
  })
}
