import { IconFileSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#shared/model/record.ts'
import { Button } from '../../ui/button.tsx'
import { kindOf, useSources } from './source-records.ts'
import { openSource } from './sources-store.ts'

/** The way from a note to what the sources of its session say at its time. Nothing where there is none. */
export function NoteInSources({ note }: { note: Note }) {
  const { t } = useTranslation('sources')
  const sources = useSources(note.f.at === undefined ? undefined : note.f.session)
  if (sources.length === 0) return null
  return (
    <div className="note-part">
      {sources.map((record) => (
        <Button
          key={record.id}
          look="quiet"
          size="small"
          icon={<IconFileSearch size={16} aria-hidden />}
          onClick={() => openSource({ what: 'read', source: record.id, note: note.id })}
        >
          {t('noteIn', { file: record.f.fileName ?? t(`kind.${kindOf(record)}`) })}
        </Button>
      ))}
    </div>
  )
}
