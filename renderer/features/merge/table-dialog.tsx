import './conflict.css'
import './merge.css'
import './table.css'
import { IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HOLDINGS } from '#shared/programme/participants/participant-headers.ts'
import type { TableAsked } from '../../state/table-asked.ts'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { TableFailure } from './table-failure.tsx'
import { TableSample } from './table-mapping.tsx'
import { NotesOfTable, NotesTaken } from './table-notes.tsx'
import { ParticipantsOfTable, ParticipantsTaken } from './table-participants.tsx'
import { type TableDialogWork, useTableDialog } from './use-table-dialog.ts'

/** Where a table may come from besides a file: cells that were copied, headers first. */
function Paste({ work }: { work: TableDialogWork }) {
  const { t } = useTranslation('participants')
  const open = (cells: string) => {
    if (cells.trim() !== '') void work.open({ name: t('paste.name'), given: { cells } })
  }
  return <TextArea label={t('paste.label')} hint={t('paste.hint')} rows={2} value="" onChange={open} />
}

function Holding({ work }: { work: TableDialogWork }) {
  const { t } = useTranslation('participants')
  return (
    <RadioCards
      label={t('holding.label')}
      value={work.holding}
      choices={HOLDINGS.map((value) => ({
        value,
        title: t(`holding.${value}.name`),
        description: t(`holding.${value}.text`),
      }))}
      onChange={work.hold}
    />
  )
}

function Found({ work }: { work: TableDialogWork }) {
  const { t } = useTranslation('merge')
  const { source, holding, notes, people } = work
  const preview = holding === 'notes' ? notes.preview : people.preview
  if (preview === null) return null
  return (
    <>
      <p>
        <b>
          <bdi>{source?.name}</bdi>
        </b>{' '}
        {t('table.rows', { count: preview.rows })}{' '}
        {holding === 'notes' && notes.preview !== null && t('table.notes', { count: notes.preview.notes })}
      </p>
      <Holding work={work} />
      <TableSample preview={preview} />
      {holding === 'notes' && notes.preview !== null && <NotesOfTable preview={notes.preview} work={notes} />}
      {holding === 'participants' && people.preview !== null && (
        <ParticipantsOfTable preview={people.preview} work={people} />
      )}
    </>
  )
}

function Chosen({ work }: { work: TableDialogWork }) {
  const { t } = useTranslation('participants')
  const { notes, people, holding } = work
  if (notes.done !== null) return <NotesTaken done={notes.done} />
  if (people.done !== null) return <ParticipantsTaken done={people.done} />
  const failure = holding === 'notes' ? notes.failure : (people.failure ?? notes.failure)
  return (
    <>
      {failure && <TableFailure failure={failure} />}
      {notes.preview === null ? (
        <>
          <p>{t('explain')}</p>
          <Paste work={work} />
        </>
      ) : (
        <Found work={work} />
      )}
    </>
  )
}

/** What takes the rows in, and says how many. */
function Take({ work: { holding, notes, people } }: { work: TableDialogWork }) {
  const { t } = useTranslation(['merge', 'participants'])
  const canWrite = useCanWrite()
  const { counts } = people.preview ?? { counts: { new: 0, changed: 0 } }
  const isNotes = holding === 'notes'
  const count = isNotes ? (notes.preview?.notes ?? 0) : counts.new + counts.changed
  const isReady = canWrite && count > 0 && (!isNotes || notes.choices.form.text !== undefined)
  const take = isNotes ? notes.take : people.take
  const words = isNotes ? t('table.take', { count }) : t('participants:take', { count })
  const none = isNotes ? t('table.takeNone') : t('participants:takeNone')
  return (
    <Button look="primary" disabled={!isReady} onClick={() => void take()}>
      {isReady ? words : none}
    </Button>
  )
}

/** Notes or people from a spreadsheet: what each column becomes, what it brings, which lines are refused. */
export function TableDialog({ asked, onClose }: { asked: TableAsked; onClose: () => void }) {
  const { t } = useTranslation(['participants', 'merge', 'common'])
  const work = useTableDialog(asked)
  const isDone = work.notes.done !== null || work.people.done !== null
  return (
    <Dialog
      opened
      size="xl"
      title={t(asked.for === 'session' ? 'titleForSession' : 'title')}
      onClose={onClose}
      actions={
        isDone ? (
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        ) : (
          <>
            <Button icon={<IconTable size={16} aria-hidden />} onClick={() => void work.choose()}>
              {t(work.source === null ? 'merge:table.choose' : 'merge:table.chooseOther')}
            </Button>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Take work={work} />
          </>
        )
      }
    >
      <div className="stack">
        <Chosen work={work} />
      </div>
    </Dialog>
  )
}
