import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackPreview, Version } from '#shared/contract/version-calls.ts'
import { client } from '../../api/client.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { type AnyFailure, undo, writeWith } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { useJob } from '../../state/use-job.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { toast } from '../../ui/toast.tsx'
import { BackPane } from './back-pane.tsx'
import { MarkForm } from './mark-form.tsx'
import { VersionList } from './version-list.tsx'

/** Milliseconds that a choice rests before what it would do is read: arrows pass over many. */
const REST_MS = 250

/** The states, and what going back to the chosen one would do. */
function useVersions() {
  const list = useJob<readonly Version[]>()
  const look = useJob<BackPreview>()
  const [chosen, setChosen] = useState<number | null>(null)
  const { start: list_, value: versions } = list
  const reload = useCallback(() => list_((job) => client['versions.list']({ job })), [list_])
  useEffect(reload, [reload])
  const version = versions?.find(({ position }) => position === chosen) ?? versions?.[0] ?? null
  const { start, clear } = look
  const position = version?.position
  useEffect(() => {
    // What was told of another state must not stand beside this one.
    clear()
    if (position === undefined) return undefined
    const timer = setTimeout(() => start((job) => client['versions.look']({ position, job })), REST_MS)
    return () => clearTimeout(timer)
  }, [position, start, clear])
  return { list, look, version, choose: setChosen, reload }
}

function useGoingBack(onDone: () => void) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const takeBack = async () => {
    const undone = await undo()
    toast(t(undone.ok ? 'undone' : 'notUndone'), { tone: undone.ok ? 'ok' : 'warn' })
  }
  const goBack = async ({ position, at }: Version) => {
    setBusy(true)
    setFailure(null)
    const done = await writeWith('versions.back', { position, job: newId() })
    setBusy(false)
    if (!done.ok) return setFailure(done.failure)
    const action = { label: t('undo'), onClick: () => void takeBack() }
    toast(t('done', { when: dayAndTime(at, language) }), { tone: 'ok', action })
    onDone()
  }
  return { isBusy, failure, goBack }
}

/** Where Enter leads from the list: to the button that goes back, at once or when what it would do has been read. */
function useButton() {
  const button = useRef<HTMLButtonElement>(null)
  const isWished = useRef(false)
  const take = useCallback((node: HTMLButtonElement | null) => {
    button.current = node
    if (isWished.current) node?.focus()
    if (node !== null) isWished.current = false
  }, [])
  const enter = () => {
    if (button.current === null) isWished.current = true
    else button.current.focus()
  }
  return { take, enter, forget: () => void (isWished.current = false) }
}

/** « Fichier › Versions… »: every state kept, what followed it, and the way back. */
export function VersionsDialog({ marking, onClose }: { marking: boolean; onClose: () => void }) {
  const { t } = useTranslation(['versions', 'common'])
  const { list, look, version, choose, reload } = useVersions()
  const { isBusy, failure, goBack } = useGoingBack(onClose)
  const { take, enter, forget } = useButton()
  const chooseOne = (position: number) => {
    forget()
    choose(position)
  }
  return (
    <Dialog
      opened
      size="xl"
      title={t('title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <div className="stack">
        {failure && <FailureNotice failure={failure} />}
        {list.failure && <FailureNotice failure={list.failure} />}
        <p className="quiet">{t('explain')}</p>
        <MarkForm first={marking} onMarked={reload} />
        {list.share !== null && (
          <Progress label={t('list.reading')} done={Math.round(list.share * 100)} total={100} onCancel={list.stop} />
        )}
        {list.value?.length === 0 && <p>{t('list.empty')}</p>}
        {list.value && version && (
          <div className="versions">
            <VersionList
              versions={list.value}
              chosen={version.position}
              onChoose={chooseOne}
              onEnter={enter}
              first={!marking}
            />
            <BackPane
              version={version}
              look={look}
              onCancel={look.stop}
              isBusy={isBusy}
              onBack={() => void goBack(version)}
              button={take}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
