import './report.css'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useIntent } from '../../state/intents.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TabBar, TabPanel } from '../../ui/tabs.tsx'
import { toast } from '../../ui/toast.tsx'
import { checksOf, outputsToConfirm } from './checks.ts'
import { ChecksRail } from './checks-rail.tsx'
import { jumpTo } from './jump.ts'
import { OutlinePreview } from './outline-preview.tsx'
import { OutputsDialog } from './outputs-dialog.tsx'
import { planOf, type PlanEntry } from './plan.ts'
import { PlanRail } from './plan-rail.tsx'
import { MOST_PREVIEWED, type Preview } from './preview.ts'
import { ReportHead } from './report-head.tsx'
import { choose, showReportOf, useReport } from './report-store.ts'
import { TextsFace } from './texts-face.tsx'
import { useExport } from './use-export.ts'
import { usePreview } from './use-preview.ts'
import { type ReportDesk, useRequest } from './use-request.ts'
import { Writing } from './writing.tsx'

const NOTHING: ReadonlySet<string> = new Set()

function PreviewFace({ preview }: { preview: Preview | null }) {
  const { t } = useTranslation('report')
  if (preview === null) return <output className="report-waiting">{t('preview.making')}</output>
  if (preview.outline === null) return <EmptyState title={t('preview.tooLong', { count: MOST_PREVIEWED })} />
  return <OutlinePreview outline={preview.outline} />
}

function Faces({ desk, preview }: { desk: ReportDesk; preview: Preview | null }) {
  const { t } = useTranslation('report')
  const face = useReport((state) => state.face)
  return (
    <section className="pane pane-stack report-pane" data-pane aria-label={t(`face.${face}`)} tabIndex={-1}>
      <div className="report-faces">
        <TabBar
          id="report"
          label={t('faces')}
          value={face}
          tabs={(['preview', 'texts'] as const).map((value) => ({ value, label: t(`face.${value}`) }))}
          onChange={(value) => choose({ face: value })}
        />
        <span className="grow" />
        {face === 'preview' && (
          <small>
            <bdi>{t('preview.approximate')}</bdi>
          </small>
        )}
      </div>
      <TabPanel id="report" value={face} className="pane-scroll">
        {face === 'preview' ? <PreviewFace preview={preview} /> : <TextsFace desk={desk} />}
      </TabPanel>
    </section>
  )
}

/** Shows a part of the preview, from whatever face of the document. */
function showPart({ id }: PlanEntry): void {
  flushSync(() => choose({ face: 'preview' }))
  jumpTo(id)
}

function Panes({ desk }: { desk: ReportDesk }) {
  const { t } = useTranslation('report')
  const { records } = useWorkspace()
  const preview = usePreview(desk.request)
  const [isConfirming, setConfirming] = useState(false)
  const plan = useMemo(() => (preview?.outline ? planOf(preview.outline) : []), [preview])
  const checks = useMemo(
    () => checksOf(records, desk.request, preview?.withheld ?? NOTHING, plan),
    [records, desk.request, preview, plan],
  )
  return (
    <>
      <div className="panes report">
        <PlanRail plan={plan} empty={t(preview === null ? 'preview.making' : 'plan.atExport')} onJump={showPart} />
        <Faces desk={desk} preview={preview} />
        <ChecksRail
          checks={checks}
          session={desk.request.session}
          onConfirmOutputs={() => setConfirming(true)}
          onJump={showPart}
        />
      </div>
      {isConfirming && (
        <OutputsDialog
          axes={desk.axes}
          pending={outputsToConfirm(records, desk.request)}
          onClose={() => setConfirming(false)}
        />
      )}
    </>
  )
}

/** The document before it leaves: its parts, its pages, the words written for it, and what to look at first. */
export function ReportView() {
  const { consultation } = useWorkspace()
  useEffect(() => showReportOf(consultation), [consultation])
  const { t } = useTranslation('report')
  const desk = useRequest()
  const writing = useExport(desk.request, (name) =>
    toast(t('written', { name }), {
      tone: 'ok',
      action: { label: t('reveal'), onClick: () => void client['delivery.reveal']({}) },
    }),
  )
  useKeys('report', { export: writing.start })
  useIntent('report.write', writing.start)
  return (
    <>
      <ReportHead desk={desk} onExport={writing.share === null ? writing.start : null} />
      <Writing writing={writing} />
      <Panes desk={desk} />
    </>
  )
}
