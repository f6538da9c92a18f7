import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../state/use-words.ts'
import { Rail } from '../../ui/rail.tsx'
import { NoteAttachments } from '../attachments/note-attachments.tsx'
import { NoteInSources } from '../sources/note-in-sources.tsx'
import { DraftArea } from './draft-area.tsx'
import { NoteCommitment } from './note-commitment.tsx'
import { NoteFields, type NotePartProps } from './note-fields.tsx'
import { NoteLeaving } from './note-leaving.tsx'
import { NoteQualification } from './note-qualification.tsx'
import { NoteVersions } from './note-versions.tsx'
import { NoteWriters } from './note-writers.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { useActs } from './use-acts.ts'

/** What was said, and its translation where there is one or there should be. */
export function NoteTexts({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const language = useLanguage()
  const { change } = useActs()
  const { text, lang, translation, translationLang = language } = note.f
  const isForeign = lang !== undefined && lang !== language
  return (
    <div className="note-part note-texts">
      {note.conflicts?.['text'] === undefined && (
        <DraftArea
          draftKey={`note ${note.id} text`}
          label={t('panel.text')}
          rows={4}
          lang={lang}
          value={text ?? ''}
          onCommit={(value) => change([note.id], { set: { text: value } })}
        />
      )}
      {(isForeign || translation !== undefined) && note.conflicts?.['translation'] === undefined && (
        <DraftArea
          draftKey={`note ${note.id} translation`}
          label={t('panel.translation')}
          rows={3}
          lang={translationLang}
          value={translation ?? ''}
          onCommit={(value) =>
            change([note.id], {
              set: { translation: value.trim() || null, translationLang: value.trim() === '' ? null : translationLang },
            })
          }
        />
      )}
    </div>
  )
}

export interface NotePanelProps {
  entry: ReviewEntry | undefined
  /** Counted from 1, over the notes that are shown. */
  position: number
  total: number
}

/** The note where the keyboard is, everything about it at hand. */
export function NotePanel({ entry, position, total }: NotePanelProps) {
  const { t } = useTranslation('review')
  const place = t('panel.place', { position, total })
  if (entry === undefined)
    return (
      <Rail side="end" label={t('panel.label')} summary={t('panel.empty')}>
        <p className="quiet">{t('panel.empty')}</p>
      </Rail>
    )
  return (
    <Rail side="end" label={t('panel.label')} summary={`${t('panel.title')} ${place}`}>
      <div className="note-panel" key={entry.note.id}>
        <div className="row">
          <h2>{t('panel.title')}</h2>
          <small className="figures">
            <bdi>{place}</bdi>
          </small>
        </div>
        <NoteVersions record={entry.note} />
        <NoteTexts entry={entry} />
        <NoteAttachments note={entry.note} />
        <NoteFields entry={entry} />
        <NoteCommitment entry={entry} />
        <NoteQualification entry={entry} />
        <NoteLeaving entry={entry} />
        <NoteInSources note={entry.note} />
        <NoteWriters note={entry.note.id} />
      </div>
    </Rail>
  )
}
