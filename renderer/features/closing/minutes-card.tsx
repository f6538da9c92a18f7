import { IconFileTypeDocx } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import type { Session } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useShell } from '../../app/shell-model.ts'
import { useKeys } from '../../app/use-keys.ts'
import { client } from '../../api/client.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { choose, showReportOf } from '../report/report-store.ts'
import { useExport } from '../report/use-export.ts'
import { today } from '../report/use-request.ts'
import { Writing } from '../report/writing.tsx'

/** In the language of the process, unless the person asks otherwise. */
function useRequestOf({ id }: Session) {
  const { records, consultation } = useWorkspace()
  const language = useLanguage()
  const spoken = records.get(consultation)?.f['lang']
  const [lang, speak] = useState<Language>(isLanguage(spoken) ? spoken : language)
  const [date] = useState(today)
  const request = useMemo((): ReportRequest => ({ type: 'minutes', session: id, lang, date }), [id, lang, date])
  return { request, speak }
}

/** What was written, and the way to it; the focus comes here. */
function Written({ name }: { name: string }) {
  const { t } = useTranslation(['closing', 'report'])
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={line} className="closing-written">
      <output className="ok">
        <bdi>{t('report:written', { name })}</bdi>
      </output>
      <Button size="small" onClick={() => void client['delivery.open']({})}>
        {t('minutes.open')}
      </Button>
      <Button size="small" onClick={() => void client['delivery.reveal']({})}>
        {t('report:reveal')}
      </Button>
    </div>
  )
}

/** The two pages of the session, of the same evening. */
export function MinutesCard({ session }: { session: Session }) {
  const { t } = useTranslation(['closing', 'report'])
  const { goTo } = useShell()
  const { consultation } = useWorkspace()
  const { request, speak } = useRequestOf(session)
  const [written, setWritten] = useState<{ readonly name: string; readonly at: number } | null>(null)
  const writing = useExport(request, (name) => setWritten({ name, at: performance.now() }))
  useKeys('closing', { minutes: writing.start })
  const look = () => {
    showReportOf(consultation)
    choose({ type: 'minutes', session: session.id, lang: request.lang, face: 'preview' })
    goTo('report')
  }
  return (
    <section className="card closing-card closing-minutes" aria-labelledby="closing-minutes">
      <header>
        <h2 id="closing-minutes">{t('minutes.title')}</h2>
      </header>
      <p className="quiet">{t('minutes.what')}</p>
      <Segmented
        label={t('report:language')}
        value={request.lang}
        segments={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={speak}
      />
      <div className="row">
        <Button
          icon={<IconFileTypeDocx size={16} aria-hidden />}
          keys={KEYMAP.closing.minutes}
          disabled={writing.share !== null}
          onClick={writing.start}
        >
          {t('minutes.write')}
        </Button>
        <Button look="quiet" onClick={look}>
          {t('minutes.look')}
        </Button>
      </div>
      <Writing writing={writing} />
      {written !== null && writing.share === null && <Written key={written.at} name={written.name} />}
    </section>
  )
}
