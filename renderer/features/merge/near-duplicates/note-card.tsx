import { useTranslation } from 'react-i18next'
import { piecesOf, type TellingWords } from '#shared/merge/telling-words.ts'
import { isKind, type Note } from '#shared/model/record.ts'
import { clockTime } from '../../../state/clock-time.ts'
import { shortLabel, voiceOfNote } from '../../../state/record-words.ts'
import { useSomeone } from '../../../state/someone.ts'
import { useLanguage, useListWords } from '../../../state/use-words.ts'
import { useWorkspace } from '../../../state/use-workspace.ts'

export interface NoteCardProps {
  note: Note
  taker: string
  /** What tells it apart from the note beside it. */
  telling: TellingWords | null
  picked: boolean
  /** Whether the session is to be named: the two notes are of two. */
  withSession: boolean
}

/** One note as it was taken: when, of whom, by whom, and its words. */
export function NoteCard({ note, taker, telling, picked, withSession }: NoteCardProps) {
  const { t } = useTranslation('duplicates')
  const { records } = useWorkspace()
  const [language, words, someone] = [useLanguage(), useListWords(), useSomeone()]
  const { text = '', lang, at, noteKind = 'observation' } = note.f
  const voice = voiceOfNote(records, note)
  const who = someone(voice, note.f.session).join(', ')
  const session = withSession ? records.get(note.f.session ?? '') : undefined
  const pieces = telling === null ? [{ text, tells: false }] : piecesOf(text, telling)
  return (
    <div className="card dup-card" data-picked={picked}>
      <small className="dup-meta">
        <span className="figures">{at === undefined ? t('card.noTime') : clockTime(at, language)}</span>
        <bdi>{who}</bdi>
        <bdi>{words('noteKind', noteKind)}</bdi>
        {session !== undefined && isKind(session, 'session') && <bdi>{shortLabel(session, language)}</bdi>}
      </small>
      <p dir="auto" lang={lang}>
        {pieces.map((piece, index) => {
          const key = `${index} ${String(piece.tells)}`
          return piece.tells ? <strong key={key}>{piece.text}</strong> : <span key={key}>{piece.text}</span>
        })}
      </p>
      <small className="quiet">
        <bdi>{taker}</bdi>
      </small>
    </div>
  )
}
