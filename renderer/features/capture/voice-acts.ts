import type { Command } from '#shared/edit/command.ts'
import { edit } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { changeLine, setLine, showFailure } from './capture-store.ts'

/** Does it, and shows over the field why it could not be done. */
export async function act(command: Command): Promise<boolean> {
  const done = await edit(command)
  if (!done.ok && done.failure.type !== 'GivenUp') showFailure(done.failure)
  return done.ok
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
