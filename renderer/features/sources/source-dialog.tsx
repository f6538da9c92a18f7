import './sources.css'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourcePreview } from '#shared/contract/source-calls.ts'
import { labelOf } from '#shared/model/label.ts'
import { timeOnClock } from '#shared/programme/sources/on-the-clock.ts'
import { writeStart } from '#shared/programme/sources/times.ts'
import { useCanWrite } from '../../state/save.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { PartLine } from './part-line.tsx'
import { SourceFailure } from './source-failure.tsx'
import { SourceProblems } from './source-problems.tsx'
import { timeWords, useCountWords } from './source-words.ts'
import type { PickedFile } from './sources-store.ts'
import { type NewSource, useNewSource } from './use-new-source.ts'

/** What the file is: its kind, how much it holds, from when to when. */
function Facts({ preview, starts }: { preview: SourcePreview; starts: string }) {
  const { t } = useTranslation('sources')
  const countOf = useCountWords()
  const { kind, layout, parts, people, span } = preview
  const time = (at: number) => timeWords(timeOnClock(at, preview, starts), at)
  return (
    <ul className="source-facts">
      <li>
        <b>{t(`kind.${kind}`)}</b> ({t(`layout.${layout}`)})
      </li>
      <li>{countOf(kind, parts)}</li>
      {people > 0 && kind !== 'attendance' && <li>{t('people', { count: people })}</li>}
      {span !== null && <li className="figures">{t('span', { from: time(span[0]), to: time(span[1]) })}</li>}
    </ul>
  )
}

function Starts({ preview, work }: { preview: SourcePreview; work: NewSource }) {
  const { t } = useTranslation('sources')
  if (preview.span === null) return null
  const { clock } = preview
  const hint = clock === null ? t('starts.hint') : t('starts.own', { time: writeStart(clock) })
  return (
    <TextField
      type="time"
      label={t('starts.label')}
      hint={work.starts === '' && clock === null ? `${hint} ${t('starts.unknown')}` : hint}
      value={work.starts}
      onChange={work.setStarts}
    />
  )
}

function Chosen({ work }: { work: NewSource }) {
  const { t } = useTranslation('sources')
  const language = useLanguage()
  const sessions = useRecords('session')
  const { file, preview, failure, busy } = work
  return (
    <div className="stack source-chosen" aria-busy={busy}>
      <p>{t('explain')}</p>
      {file === null && <p className="quiet">{t('dialog.explain')}</p>}
      {failure && <SourceFailure failure={failure} />}
      {busy && preview === null && <output>{t('dialog.reading')}</output>}
      {preview !== null && (
        <>
          <p>
            <b>
              <bdi>{file?.name}</bdi>
            </b>
          </p>
          <Facts preview={preview} starts={work.starts} />
          <div className="record-row">
            <SelectField
              label={t('dialog.session')}
              value={work.session}
              choices={sessions.map((session) => ({ value: session.id, label: labelOf(session, language) }))}
              onChange={work.chooseSession}
            />
            <Starts preview={preview} work={work} />
          </div>
          <SourceProblems problems={preview.problems} />
          <section aria-labelledby="source-first">
            <h3 id="source-first">{t('dialog.first')}</h3>
            <ol className="source-sample">
              {preview.sample.map((part) => (
                <li key={`${part.line} ${part.at} ${part.text}`} className="source-part">
                  <PartLine part={part} kind={preview.kind} onClock={timeOnClock(part.at, preview, work.starts)} />
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </div>
  )
}

export interface SourceDialogProps {
  session: string | null
  /** Dropped or chosen already. */
  dropped?: PickedFile | undefined
  onClose: () => void
}

/** A file that came with a session: what it is, of which session, when it began. */
export function SourceDialog({ session, dropped, onClose }: SourceDialogProps) {
  const { t } = useTranslation(['sources', 'common'])
  const work = useNewSource(session, useRecords('session'))
  const canWrite = useCanWrite()
  const showDropped = useEffectEvent(() => {
    if (dropped !== undefined) void work.show(dropped)
  })
  useEffect(() => showDropped(), [])
  const isReady = work.preview !== null && work.session !== null && !work.busy && canWrite
  const add = async () => {
    const added = await work.add()
    if (added === null) return
    toast(t(added.isNew ? 'added' : 'alreadyHere', { file: work.file?.name ?? '' }), {
      tone: added.isNew ? 'ok' : 'info',
    })
    onClose()
  }
  return (
    <Dialog
      opened
      size="lg"
      title={t('dialog.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            icon={<IconFileImport size={16} aria-hidden />}
            look={work.file === null ? 'primary' : 'plain'}
            onClick={() => void work.choose()}
          >
            {t(work.file === null ? 'dialog.choose' : 'dialog.chooseOther')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          {work.file !== null && (
            <Button look="primary" disabled={!isReady} onClick={() => void add()}>
              {t('dialog.take')}
            </Button>
          )}
        </>
      }
    >
      <Chosen work={work} />
    </Dialog>
  )
}
