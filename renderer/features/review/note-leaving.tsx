import { IconMicrophone, IconShieldLock, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { voiceOfNote } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { attributionOf } from './attribution.ts'
import type { NotePartProps } from './note-fields.tsx'
import { useActs } from './use-acts.ts'

type Stricter = 5 | 6

/** Says first that it cannot be taken back. */
function TightenNote({ note, level, onClose }: { note: string; level: Stricter; onClose: () => void }) {
  const { t } = useTranslation(['review', 'common'])
  const { act } = useActs()
  const tighten = async () => {
    if (await act({ type: 'level.tighten', records: [note], level })) onClose()
  }
  return (
    <Dialog
      opened
      title={t(`tighten.title${level}`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="danger" onClick={() => void tighten()}>
            {t(`tighten.do${level}`)}
          </Button>
        </>
      }
    >
      <p>{t(`tighten.explain${level}`)}</p>
      <p className="quiet">{t('tighten.lasting')}</p>
    </Dialog>
  )
}

function Provenance({ entry: { note } }: NotePartProps) {
  const { t } = useTranslation('review')
  const [{ records }, language, words] = [useWorkspace(), useLanguage(), useListWords()]
  const { channel, at, session, source } = note.f
  const said = [
    channel === undefined ? '' : words('channel', channel),
    session === undefined ? '' : labelOf(records.get(session), language),
    at === undefined ? '' : dayAndTime(at, language),
    source ?? '',
  ].filter(Boolean)
  if (said.length === 0) return null
  return (
    <p className="note-fact">
      <IconMicrophone size={16} aria-hidden />
      <span className="sentence">{said.join(t('panel.separator'))}</span>
    </p>
  )
}

/** The words that will go out with a note, and the way to hold it back. */
export function NoteLeaving({ entry }: NotePartProps) {
  const { t } = useTranslation('review')
  const [{ records }, words] = [useWorkspace(), useListWords()]
  const [asked, ask] = useState<Stricter | null>(null)
  const { remove } = useActs()
  const { note, level } = entry
  const said = attributionOf(records, voiceOfNote(records, note), level, words)
  const leaves =
    level === 6
      ? t('leaving.nothing')
      : t('leaving.words', { words: said || t(level === 5 ? 'leaving.spoken' : 'leaving.someone') })
  return (
    <section className="note-part note-leaving" aria-label={t('leaving.label')}>
      <p className="note-fact">
        <IconShieldLock size={16} aria-hidden />
        <span>
          {t('leaving.level', { level: words('level', `${level}.name`) })} <bdi>{leaves}</bdi>
        </span>
      </p>
      <Provenance entry={entry} />
      <div className="note-chips">
        {level < 5 && (
          <Button size="small" onClick={() => ask(5)}>
            {t('tighten.title5')}
          </Button>
        )}
        {level < 6 && (
          <Button size="small" onClick={() => ask(6)}>
            {t('tighten.title6')}
          </Button>
        )}
        <Button size="small" icon={<IconTrash size={14} aria-hidden />} onClick={() => void remove([note.id])}>
          {t('bulk.remove', { count: 1 })}
        </Button>
      </div>
      {asked && <TightenNote note={note.id} level={asked} onClose={() => ask(null)} />}
    </section>
  )
}
