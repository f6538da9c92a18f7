import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#shared/contract/import-calls.ts'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import type { Result } from '#shared/kit/result.ts'
import { labelOf } from '#shared/model/label.ts'
import { mergeReportOutline } from '#shared/merge/merge-report-outline.ts'
import { client } from '../../api/client.ts'
import { dayOf } from '../../state/clock-time.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { useJob } from '../../state/use-job.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SelectField } from '../../ui/field.tsx'
import { toast } from '../../ui/toast.tsx'
import { ReportBlocks } from './report-blocks.tsx'

/** The report as the document says it, in the language that it would be filed in. */
function useOutline(report: ImportReport, lang: Language) {
  const { records, consultation } = useWorkspace()
  const record = records.get(consultation)
  const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short' }).format(report.at)
  return mergeReportOutline(report.detail, {
    lang,
    title: labelOf(record, lang),
    organiser: String(record?.f['organiser'] ?? ''),
    sample: record?.f['sample'] === true,
    day: dayOf(report.at),
    time,
    withdrawn: report.withdrawn,
  })
}

function Shown({ report, lang }: { report: ImportReport; lang: Language }) {
  const { t } = useTranslation('consolidation')
  const { blocks } = useOutline(report, lang)
  return (
    <>
      {!report.isDetailed && <p className="merge-note warn">{t('report.former')}</p>}
      <article className="merge-report" lang={lang}>
        <ReportBlocks blocks={blocks} />
      </article>
    </>
  )
}

/** Saves the report as a file; says its name, or why not. */
function useSaving(id: string, lang: Language) {
  const { t } = useTranslation('consolidation')
  const { start, value, share, failure } = useJob<{ readonly name: string } | null>()
  useEffect(() => {
    if (value !== null) toast(t('report.saved', { name: value.name }), { tone: 'ok' })
  }, [value, t])
  const save = (as: 'word' | 'json') =>
    start(
      (job) =>
        client['import.saveReport']({ import: id, as, lang, job }) as Promise<
          Result<{ readonly name: string } | null, AnyFailure>
        >,
    )
  return { save, isSaving: share !== null, failure }
}

/** What a merge did, to be read and filed. */
export function ReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('consolidation')
  const [lang, setLang] = useState<Language>(useLanguage())
  const { start, stop, value: report, share, failure } = useJob<ImportReport>()
  const { save, isSaving, failure: notSaved } = useSaving(id, lang)
  useEffect(() => start((job) => client['import.report']({ import: id, job })), [start, id])
  const told = failure ?? notSaved
  return (
    <Dialog opened size="xl" title={t('report.title')} onClose={onClose}>
      <div className="stack" aria-busy={share !== null || isSaving}>
        {told && <FailureNotice failure={told} />}
        {share !== null && <Progress label={t('report.reading')} onCancel={stop} />}
        {report && (
          <>
            <div className="report-filing">
              <SelectField
                label={t('report.language')}
                value={lang}
                choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
                onChange={(chosen) => isLanguage(chosen) && setLang(chosen)}
              />
              <Button look="primary" disabled={isSaving} onClick={() => save('word')}>
                {t('report.word')}
              </Button>
              <Button disabled={isSaving} onClick={() => save('json')}>
                {t('report.json')}
              </Button>
            </div>
            <Shown report={report} lang={lang} />
          </>
        )}
      </div>
    </Dialog>
  )
}
