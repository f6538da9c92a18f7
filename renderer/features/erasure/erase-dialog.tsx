import './erasure.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErasurePreview as Preview } from '#shared/contract/erasure-calls.ts'
import type { NamedIn } from '#shared/erasure/plan-erasure.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { writeWith, type AnyFailure } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { useCanWrite } from '../../state/save.ts'
import { useJob } from '../../state/use-job.ts'
import { useStanding } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { ErasurePreview } from './erasure-preview.tsx'
import { keyOfNamed } from './named-list.tsx'

/** Whom to remove, when the dialog was opened for nobody in particular. */
function Who({ person, onChoose }: { person: string; onChoose: (person: string) => void }) {
  const { t } = useTranslation('erasure')
  const people = useStanding('person')
  if (people.length === 0) return <p>{t('nobody')}</p>
  const choices = people.map(({ id, f }) => ({
    value: id,
    label: `${f.givenName ?? ''} ${f.name ?? ''}`.trim() || t('unnamed'),
  }))
  return (
    <SelectField
      first
      label={t('who')}
      value={person === '' ? null : person}
      onChange={(chosen) => onChoose(chosen ?? '')}
      choices={choices.toSorted((a, b) => a.label.localeCompare(b.label))}
      searchable
    />
  )
}

/** What is known of the removal: what it would do, which texts lose the name, and how it went. */
function useErasure(person: string, onDone: () => void) {
  const { t } = useTranslation('erasure')
  const look = useJob<Preview>()
  const { start, value: preview } = look
  /** Texts for which the person decided otherwise than was proposed. */
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  useEffect(() => {
    if (person !== '') start((job) => client['erasure.look']({ person, job }) as Promise<Result<Preview, AnyFailure>>)
  }, [person, start])
  const isChosen = (one: NamedIn): boolean => one.sure !== flipped.has(keyOfNamed(one))
  const chosen = new Set(preview?.named.filter(isChosen).map(keyOfNamed))
  const flip = (key: string) =>
    setFlipped((known) => new Set(known.has(key) ? [...known].filter((one) => one !== key) : [...known, key]))
  const erase = async () => {
    setBusy(true)
    const done = await writeWith('erasure.erase', { person, replaced: [...chosen], mark: t('mark'), job: newId() })
    setBusy(false)
    if (!done.ok) return setFailure(done.failure)
    toast(t(done.value.isDestroyed ? 'done' : 'donePending'), { tone: done.value.isDestroyed ? 'ok' : 'warn' })
    onDone()
  }
  return { look, preview, chosen, flip, erase, isBusy, failure: failure ?? look.failure }
}

/** « Retirer une personne » : what it does, what it does not reach, then one agreement. */
export function EraseDialog({ asked, onClose }: { asked: string; onClose: () => void }) {
  const { t } = useTranslation(['erasure', 'common'])
  const [person, setPerson] = useState(asked)
  const [isRead, setRead] = useState(false)
  const { look, preview, chosen, flip, erase, isBusy, failure } = useErasure(person, onClose)
  const canWrite = useCanWrite()
  return (
    <Dialog
      opened
      size="lg"
      title={t('title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            {t('common:cancel')}
          </Button>
          <Button
            look="danger"
            disabled={preview === null || !isRead || isBusy || !canWrite}
            onClick={() => void erase()}
          >
            {t(isBusy ? 'doing' : 'do')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('intro')}</p>
        {asked === '' && <Who person={person} onChoose={setPerson} />}
        {look.share !== null && (
          <Progress label={t('looking')} done={Math.round(look.share * 100)} total={100} onCancel={look.stop} />
        )}
        {failure && <FailureNotice failure={failure} />}
        {preview !== null && (
          <>
            <ErasurePreview preview={preview} chosen={chosen} onFlip={flip} />
            <p className="warn">{t('final')}</p>
            <label className="choice">
              <input type="checkbox" checked={isRead} onChange={(event) => setRead(event.currentTarget.checked)} />
              <span>{t('confirm')}</span>
            </label>
          </>
        )}
      </div>
    </Dialog>
  )
}
