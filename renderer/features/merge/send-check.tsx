import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Prepared } from '#shared/contract/send-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

/** Notes shown one by one: beyond, their number says enough. */
const SHOWN = 20

function Cited({ cited }: Pick<Prepared, 'cited'>) {
  const { t } = useTranslation('send')
  const language = useLanguage()
  const { records } = useWorkspace()
  return (
    <section className="stack" aria-labelledby="send-cited">
      <h3 id="send-cited" className="merge-note warn">
        <IconAlertTriangle size={16} aria-hidden />
        {t('check.cited', { count: cited.length })}
      </h3>
      <ul className="send-cited">
        {cited.slice(0, SHOWN).map(({ record, words }) => (
          <li key={record}>
            <b>{formatList([...words], language)}</b>
            <bdi>{String(records.get(record)?.f['text'] ?? '')}</bdi>
          </li>
        ))}
      </ul>
      {cited.length > SHOWN && <p className="quiet">{t('check.moreCited', { count: cited.length - SHOWN })}</p>}
    </section>
  )
}

/** The file as it will be handed over: nothing of it is written yet. */
export function SendCheck({ prepared }: { prepared: Prepared }) {
  const { t } = useTranslation('send')
  const { name, notes, withheld, outside, cited, fingerprint } = prepared
  const facts = useRef<HTMLDListElement>(null)
  // The dialog may be scrolled to where the button was.
  useEffect(() => facts.current?.focus(), [])
  return (
    <>
      <dl className="send-facts" ref={facts} tabIndex={-1}>
        <dt>{t('check.name')}</dt>
        <dd>
          <code dir="ltr">{name}</code>
          <small>{t('check.once')}</small>
        </dd>
        <dt>{t('check.inside')}</dt>
        <dd>
          {t('check.notes', { count: notes })}
          {withheld > 0 && <small>{t('check.withheld', { count: withheld })}</small>}
          {outside > 0 && <small>{t('check.outside', { count: outside })}</small>}
          <small>{t('check.searched')}</small>
        </dd>
        <dt>{t('check.fingerprint')}</dt>
        <dd>
          <code dir="ltr">{fingerprint}</code>
          <small>{t('check.readAloud')}</small>
        </dd>
      </dl>
      {cited.length > 0 && <Cited cited={cited} />}
    </>
  )
}
