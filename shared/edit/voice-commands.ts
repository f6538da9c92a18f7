import * as z from 'zod'
import { level, ref } from '../model/kind.ts'

/** Commands on who spoke, under which rule, and on notes cut in two or joined. Members of the one list of commands. */
export const voiceCommands = [
  /** Puts « Intervenant 4 » in a session's dock: someone whose name nobody caught. */
  z.object({ type: z.literal('speaker.unidentified'), speaker: ref, person: ref, session: ref }),
  /** Says that someone unidentified was someone of the same dock, who takes their notes. */
  z.object({ type: z.literal('speaker.identify'), speaker: ref, as: ref }),
  /** Gives a note to another speaker, and with `following` the notes after it that the same voice said without a break. */
  z.object({ type: z.literal('notes.reattribute'), note: ref, speaker: ref.nullable(), following: z.boolean() }),
  /** Holds a part of a session to a stricter rule; `notes` were said in it already. Known, it takes in more notes. */
  z.object({ type: z.literal('segment.hold'), segment: ref, session: ref, level, notes: z.array(ref).max(10_000) }),
  /** Cuts a note in two at a place of its text, counted in UTF-16 units. */
  z.object({ type: z.literal('note.split'), note: ref, second: ref, at: z.int().min(1).max(100_000) }),
  /** Puts the words of a note after those of another, and the note away. */
  z.object({ type: z.literal('notes.join'), into: ref, from: ref }),
] as const
