/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- files may be dropped on the section; its button does the same with the keyboard */
import './sources.css'
import { IconPlus } from '@tabler/icons-react'
import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { useFoldRail } from '../../ui/rail.tsx'
import { kindOf, type SourceRecord, useSources } from './source-records.ts'
import { type OpenSource, openSource, type PickedFile } from './sources-store.ts'

function SourceLine({ record, onRead }: { record: SourceRecord; onRead: () => void }) {
  const { t } = useTranslation('sources')
  const { starts, fileName } = record.f
  return (
    <li>
      <button type="button" className="source-line" onClick={onRead}>
        <span>
          {t(`kind.${kindOf(record)}`)} {starts !== undefined && <span className="figures">{starts}</span>}
        </span>
        <small>{fileName === undefined ? t('away') : <bdi>{fileName}</bdi>}</small>
      </button>
    </li>
  )
}

/** Whether files are over the section, and what to do with the first that is dropped. */
function useDropping(isOpen: boolean, onFile: (file: PickedFile) => void) {
  const [isOver, setOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    if (!isOpen || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    setOver(true)
  }
  const onDrop = async (event: DragEvent) => {
    if (!isOpen) return
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const [file] = await window.rapporteur.drop([...event.dataTransfer.files])
    if (file !== undefined) onFile(file)
  }
  return {
    'data-over': isOver,
    onDragOver,
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => void onDrop(event),
  }
}

/** Sources of a session: transcripts, discussions, reports, texts handed in. They are read here and leave nowhere. */
export function SessionSources({ session }: { session: string }) {
  const { t } = useTranslation('sources')
  const id = useId()
  const canWrite = useCanWrite()
  const sources = useSources(session)
  const fold = useFoldRail()
  const show = (open: OpenSource) => {
    fold()
    openSource(open)
  }
  const dropping = useDropping(canWrite, (file) => show({ what: 'new', session, file }))
  return (
    <section className="session-sources" aria-labelledby={id} {...dropping}>
      <h2 id={id}>{t('title')}</h2>
      {sources.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ul aria-label={t('list')}>
          {sources.map((record) => (
            <SourceLine key={record.id} record={record} onRead={() => show({ what: 'read', source: record.id })} />
          ))}
        </ul>
      )}
      <Button
        look="quiet"
        size="small"
        icon={<IconPlus size={14} aria-hidden />}
        disabled={!canWrite}
        onClick={() => show({ what: 'new', session })}
      >
        {t('add')}
      </Button>
      <p className="source-drop" aria-hidden>
        {t('drop')}
      </p>
    </section>
  )
}
