import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notesOfSession } from '#shared/model/notes-of-session.ts'
import type { Note, Session } from '#shared/model/record.ts'
import { levelOfSession } from '#shared/privacy/levels.ts'
import { LEVELS } from '#shared/process/lists.ts'
import { useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { holdPart, OFF_THE_RECORD } from './session-part.ts'
import { useSessionTime } from './session-time.ts'

interface PartDialogProps {
  session: Session
  /** The note from which the rule holds; null for what comes alone. */
  note: Note | null
  onClose: () => void
}

/** Begins a part of the session under a stricter rule, from now on or from a note on. */
export function PartDialog({ session, note, onClose }: PartDialogProps) {
  const { t } = useTranslation(['voices', 'capture', 'common'])
  const [words, { records }, time] = [useListWords(), useWorkspace(), useSessionTime(session)]
  const stricter = LEVELS.filter((level) => level > levelOfSession(records, session))
  const [picked, pick] = useState<string>(String(OFF_THE_RECORD))
  const level = stricter.find((one) => String(one) === picked)
  const notes = note === null ? [] : notesOfSession(records, session.id)
  const covered = notes
    .slice(
      Math.max(
        notes.findIndex(({ id }) => id === note?.id),
        0,
      ),
    )
    .map(({ id }) => id)
  const confirm = () => {
    onClose()
    if (level !== undefined) void holdPart(session, level, covered)
  }
  return (
    <Dialog
      opened
      title={t('part.title')}
      onClose={onClose}
      size="lg"
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" disabled={level === undefined} onClick={confirm}>
            {t('part.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {note === null
            ? t('part.fromNow')
            : t('part.fromNote', { time: time(note.f.at ?? 0), count: covered.length })}
          . {t('part.explain')}
        </p>
        <RadioCards
          label={t('part.choice')}
          value={level === undefined ? null : String(level)}
          choices={stricter.map((one) => ({
            value: String(one),
            title: words('level', `${one}.name`),
            description:
              one === OFF_THE_RECORD
                ? t('capture:band.nothing')
                : t('capture:tighten.leaves', { what: words('level', `${one}.leaves`) }),
          }))}
          onChange={pick}
        />
      </div>
    </Dialog>
  )
}
