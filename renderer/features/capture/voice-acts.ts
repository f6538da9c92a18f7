import type { Command } from '#shared/edit/command.ts'
import { edit, undo } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { toast } from '../../ui/toast.tsx'
import { changeLine, setLine, showFailure } from './capture-store.ts'

/** Does it, and shows over the field why it could not be done. */
export async function act(command: Command): Promise<boolean> {
  const done = await edit(command)
  if (!done.ok && done.failure.type !== 'GivenUp') showFailure(done.failure)
  return done.ok
}

/** The same, said once it is done, with the way back beside it. */
export async function actAndSay(command: Command, said: string, takeBack: string): Promise<void> {
  if (await act(command)) toast(said, { action: { label: takeBack, onClick: () => void undo() } })
}

/** Gives the floor to someone whose name nobody caught: at once, so that one goes on typing. */
export async function giveToUnidentified(session: string): Promise<void> {
  const speaker = newId()
  setLine({ speaker })
  const isThere = await act({ type: 'speaker.unidentified', speaker, person: newId(), session })
  if (!isThere) changeLine((line) => (line.speaker === speaker ? { ...line, speaker: null } : line))
}

export const markDoubtful = (note: string, doubtful: boolean): Promise<boolean> =>
  act({
    type: 'notes.edit',
    notes: [note],
    set: { doubtful: doubtful ? true : null },
    addThemes: [],
    newThemes: [],
    removeThemes: [],
  })
