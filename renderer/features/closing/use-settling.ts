import { isKind, type Note, type Records, type Session, type Speaker } from '#shared/model/record.ts'
import { isBarePicture, voiceOf, type Doubt, type DoubtfulNote } from '#shared/process/doubts.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { showAttachment } from '../attachments/attach-store.ts'
import { useActs } from '../review/use-acts.ts'
import { asksWho, CONFIRMED } from './settle.ts'
import { useDock, useProposedThemes } from './use-proposed.ts'

/** The person of the dock who is only a number, behind a note. */
function unnamedSpeaker(records: Records, note: Note): Speaker | undefined {
  const voice = voiceOf(records, note)
  if (voice?.f.unidentified === undefined) return undefined
  const speakers = [...records.values()].filter((one): one is Speaker => isKind(one, 'speaker'))
  return speakers.find(({ f }) => f.session === note.f.session && f.person === voice.f.person)
}

const barePicture = (records: Records, note: Note): string | undefined =>
  [...records.values()].find((one) => isKind(one, 'attachment') && one.f.note === note.id && isBarePicture(one))?.id

/** Everything that a key or a button settles of the note that is read; each does nothing where it has nothing to settle. */
export function useSettling(session: Session, { note, doubts }: DoubtfulNote) {
  const { records } = useWorkspace()
  const { change } = useActs()
  const [dock, themes] = [useDock(session.id), useProposedThemes(session.id, note)]
  return {
    /** Who may have said it, where that is the question. */
    dock: asksWho(doubts) ? dock : [],
    /** Themes that it may be about, where it names none. */
    themes: doubts.includes('theme') ? themes : [],
    unnamed: unnamedSpeaker(records, note),
    /** Says that one of its doubts is settled as it stands. */
    confirm: (doubt: Doubt | undefined) => {
      const set = doubt === undefined ? undefined : CONFIRMED[doubt]
      if (set !== undefined) void change([note.id], { set })
    },
    approve: () => {
      if (doubts.includes('quote')) void change([note.id], { set: { quoteState: 'approved' } })
    },
    give: (speaker: Speaker | undefined) => {
      if (speaker === undefined) return
      const sure = note.f.doubtful === true ? { set: { doubtful: null } } : {}
      void change([note.id], { speaker: speaker.id, ...sure })
    },
    tag: (theme: string | undefined) => {
      if (theme !== undefined) void change([note.id], { addThemes: [theme] })
    },
    describe: () => {
      const picture = barePicture(records, note)
      if (picture !== undefined) showAttachment(picture)
    },
  }
}
