import type { Note, Records } from '#shared/model/record.ts'
import { edit } from '../../state/edits.ts'
import { usePage } from '../../state/workspace-store.ts'
import { takeWaiting } from '../attachments/attach-store.ts'
import { leaveEdit, lineRefused, lineWritten, sendLine, showFailure, useCapture } from './capture-store.ts'
import { captureCommand, correctionCommands, type FinishedLine, type Floor } from './commit.ts'
import type { SentLine } from './kept-line.ts'
import { slotOfMoment } from './slot-of-moment.ts'

/** What gives up a line that the disk keeps refusing, by the note it is to be. */
const onTheirWay = new Map<string, AbortController>()
let correcting = new AbortController()

/** A divergence that was put away meanwhile has no positions any more; one that is on its way to the disk has. */
function stillArgued(line: FinishedLine, records: Records): FinishedLine {
  const { positionOf } = line
  const isThere = positionOf === null || records.has(positionOf) || onTheirWay.has(positionOf)
  return isThere ? line : { ...line, divergence: null, positionOf: null }
}

/** Writes a new note: the field is free at once, and gets its words back if they are not to be written after all. */
export async function writeNote(written: FinishedLine, session: string, lang: string): Promise<void> {
  const records = usePage.getState().workspace?.records ?? new Map()
  const line = stillArgued(written, records)
  const drawn = captureCommand(line, session, lang, Date.now())
  if (drawn === null) return
  const command = { ...drawn, ...slotOfMoment(records, session, drawn.at) }
  const sent: SentLine = { session, note: command.note, line }
  const way = new AbortController()
  onTheirWay.set(command.note, way)
  const sendFilesTo = takeWaiting()
  sendLine(sent)
  const result = await edit(command, way.signal)
  onTheirWay.delete(command.note)
  sendFilesTo(result.ok ? command.note : null)
  if (result.ok) return lineWritten(command.note)
  lineRefused(sent, result.failure.type === 'GivenUp' ? null : result.failure)
}

/** Takes a line that waits for the disk back into the field. */
export const takeBackLine = (note: string): void => onTheirWay.get(note)?.abort()

/** Writes a correction; the note stays in the field until the disk has it. */
export async function writeCorrection(note: Note, was: Floor, line: FinishedLine, lang: string) {
  correcting.abort()
  correcting = new AbortController()
  for (const command of correctionCommands(note, was, line, lang)) {
    const result = await edit(command, correcting.signal)
    if (!result.ok) {
      if (result.failure.type !== 'GivenUp') showFailure(result.failure)
      return
    }
  }
  // What was typed while it waited stays.
  if (useCapture.getState().line.text === line.text) leaveEdit()
}

/** Leaves a correction as the note was, even one that waits for the disk. */
export function leaveCorrection(): void {
  correcting.abort()
  leaveEdit()
}
