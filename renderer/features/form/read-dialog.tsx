import './form.css'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormImported, FormPreview } from '#shared/contract/form-calls.ts'
import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import type { OutsideFile } from '../../state/outside-files.ts'
import { useCanWrite } from '../../state/save.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormIssues } from './form-issues.tsx'
import { FormSummary } from './form-summary.tsx'

/** From a form that someone filled in to its notes: what it would bring, then what it brought. */
function useFilled(file: string) {
  const [preview, setPreview] = useState<FormPreview | null>(null)
  const [done, setDone] = useState<FormImported | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    const read = async () => {
      const found = (await client['form.preview']({ file })) as Result<FormPreview, AnyFailure>
      if (found.ok) setPreview(found.value)
      else setFailure(found.failure)
    }
    void read()
  }, [file])
  const take = async () => {
    setBusy(true)
    const taken = await writeWith('form.import', { file })
    setBusy(false)
    setFailure(taken.ok ? null : taken.failure)
    if (taken.ok) setDone(taken.value)
  }
  return { preview, done, failure, isBusy, take }
}

function Done({ done }: { done: FormImported }) {
  const { t } = useTranslation('form')
  return (
    <>
      <output className="form-done ok">
        <IconCircleCheck size={20} aria-hidden />
        <span>
          <b>{t('dialog.taken', { count: done.added })}</b>{' '}
          {done.alreadyHere > 0 && t('dialog.here', { count: done.alreadyHere })}
        </span>
      </output>
      <FormIssues issues={done.issues} />
    </>
  )
}

/** What taking the form in is called: its notes, else its people. */
function useTakeWords(preview: FormPreview | null): string {
  const { t } = useTranslation('form')
  if (preview === null || preview.session === null) return t('dialog.takeNone')
  if (preview.added > 0) return t('dialog.take', { count: preview.added })
  return t(preview.people > 0 ? 'dialog.takePeople' : 'dialog.takeNone')
}

/** A form that came back: nothing is asked but an agreement. */
export function ReadDialog({ file, onClose }: { file: OutsideFile; onClose: () => void }) {
  const { t } = useTranslation(['form', 'common'])
  const { preview, done, failure, isBusy, take } = useFilled(file.token)
  const canWrite = useCanWrite()
  const words = useTakeWords(preview)
  const isReady = preview !== null && preview.session !== null && preview.added + preview.people > 0
  return (
    <Dialog
      opened
      size="lg"
      title={t('dialog.read')}
      onClose={onClose}
      actions={
        done === null ? (
          <>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button look="primary" disabled={!isReady || isBusy || !canWrite} onClick={() => void take()}>
              {words}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        )
      }
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        {done !== null && <Done done={done} />}
        {done === null && preview !== null && <FormSummary file={file.name} preview={preview} />}
        {preview === null && failure === null && <output>{t('dialog.reading')}</output>}
      </div>
    </Dialog>
  )
}
