import './arrivals.css'
import './conflict.css'
import './merge.css'
import './send.css'
import { IconHistory, IconSend, IconTable } from '@tabler/icons-react'
import { type DragEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '../../state/intents.ts'
import { askForTable } from '../../state/table-asked.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ViewHead } from '../../ui/view-head.tsx'
import { useLooking } from './arrivals.ts'
import { ArrivalsRow, FolderWords } from './arrivals-row.tsx'
import { DonePane } from './done-pane.tsx'
import { DropPane } from './drop-pane.tsx'
import { InboxPane, InboxTabs, useWaiting, type WaitingForOne } from './inboxes.tsx'
import { JournalDrawer } from './journal-drawer.tsx'
import { chooseFiles, dropFiles, readFiles, takeWaiting } from './merge-acts.ts'
import { MergeFoot } from './merge-foot.tsx'
import { MergeSteps, type MergeStep } from './merge-steps.tsx'
import { openDialog, showFailure, showMergeOf, useMerge } from './merge-store.ts'
import { PreviewPane } from './preview-pane.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useOutside } from '../../state/outside-files.ts'

const receive = () => void chooseFiles()
const send = () => openDialog('send')
const importTable = () => askForTable({ for: 'anything' })
const close = () => openDialog(null)

/** What menus ask of this screen, and files that come from outside. */
function useAsked(): void {
  useIntent('bundle.receive', receive)
  useIntent('bundle.send', send)
  useIntent('notes.import', importTable)
  const outside = useOutside(({ files }) => files)
  useEffect(() => {
    if (outside.length > 0) takeWaiting()
  }, [outside])
}

/** Lets files fall anywhere on the screen; the page only hands them over. */
function useDrop() {
  const [over, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void dropFiles([...event.dataTransfer.files])
  }
  return { over, handlers: { onDragOver: hold, onDragLeave: () => setOver(false), onDrop: drop } }
}

function useStep(): MergeStep {
  const { preview, done, files } = useMerge()
  if (done !== null) return 'done'
  if (files.length === 0) return 'drop'
  return preview !== null && preview.plan.conflicts.length > 0 ? 'settle' : 'preview'
}

function Head({ waiting }: { waiting: WaitingForOne }) {
  const { t } = useTranslation('merge')
  return (
    <ViewHead title={t('title')}>
      <InboxTabs waiting={waiting} />
      <span className="grow" />
      <Button size="small" icon={<IconTable size={16} aria-hidden />} onClick={importTable}>
        {t('head.table')}
      </Button>
      <Button size="small" icon={<IconSend size={16} aria-hidden />} onClick={send}>
        {t('head.send')}
      </Button>
      <Button size="small" icon={<IconHistory size={16} aria-hidden />} onClick={() => openDialog('journal')}>
        {t('journal.title')}
      </Button>
    </ViewHead>
  )
}

function Messages() {
  const { t } = useTranslation('merge')
  const { job, failure, preview, files } = useMerge()
  const again = preview === null && files.length > 0 && (
    <Button onClick={() => void readFiles(files)}>{t('progress.again')}</Button>
  )
  return (
    <>
      {failure && <FailureNotice failure={failure} action={again} onDismiss={() => showFailure(null)} />}
      {job && (
        <div className="merge-progress">
          <Progress
            label={t(`progress.${job.what}`, { count: files.length })}
            {...(job.share > 0 ? { done: Math.round(job.share * 100), total: 100 } : {})}
            onCancel={job.cancel}
          />
        </div>
      )}
    </>
  )
}

/** From files to one body of notes, one step after the other. */
function FilesInbox() {
  const { preview, done } = useMerge()
  const step = useStep()
  return (
    <>
      <FolderWords />
      <ArrivalsRow />
      {step !== 'drop' && <MergeSteps step={step} />}
      {step === 'drop' && <DropPane />}
      {done === null && preview !== null && <PreviewPane preview={preview} />}
      {done !== null && <DonePane done={done} />}
      {done === null && preview !== null && <MergeFoot preview={preview} />}
    </>
  )
}

/** The screen where contributions come together, and where one's own go out. */
export function MergeView() {
  const { consultation } = useWorkspace()
  const { dialog, inbox } = useMerge()
  const waiting = useWaiting()
  const { over, handlers } = useDrop()
  useEffect(() => showMergeOf(consultation), [consultation])
  useAsked()
  useLooking(consultation)
  return (
    <div className="merge" role="presentation" data-over={over} {...handlers}>
      <Head waiting={waiting} />
      <Messages />
      <InboxPane waiting={waiting}>{inbox === 'files' && <FilesInbox />}</InboxPane>
      {dialog === 'journal' && <JournalDrawer onClose={close} />}
      {dialog === 'send' && <SendDialog onClose={close} />}
    </div>
  )
}
