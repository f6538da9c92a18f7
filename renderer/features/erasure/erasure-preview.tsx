import { useTranslation } from 'react-i18next'
import type { ErasurePreview as Preview } from '#shared/contract/erasure-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { NamedList } from './named-list.tsx'

const KINDS = ['person', 'speaker', 'voice', 'contact', 'consent', 'seat'] as const

function Replaced({ preview: { names, records, notes, former, sources } }: { preview: Preview }) {
  const { t } = useTranslation('erasure')
  const language = useLanguage()
  const kindOf = (kind: string) => t(`kind.${KINDS.find((known) => known === kind) ?? 'other'}`)
  return (
    <section>
      <h3>{t('replaced')}</h3>
      <ul>
        {names.length > 0 && (
          <li>
            <bdi>{t('known', { names: formatList(names, language) })}</bdi>
          </li>
        )}
        {Object.entries(records).map(([kind, count]) => (
          <li key={kind}>{t('records', { kind: kindOf(kind), count })}</li>
        ))}
        <li>{notes === 0 ? t('notesNone') : t('notes', { count: notes })}</li>
        {former > 0 && <li>{t('former', { count: former })}</li>}
        {sources.length > 0 && (
          <li>
            <bdi>{t('sources', { count: sources.length, files: formatList(sources, language) })}</bdi>
          </li>
        )}
      </ul>
    </section>
  )
}

function Unreached({ preview: { sent, registers } }: { preview: Preview }) {
  const { t } = useTranslation(['erasure', 'backup'])
  const language = useLanguage()
  return (
    <section>
      <h3>{t('unreached')}</h3>
      <ul>
        {sent.length > 0 && (
          <li>
            {t('unreachedSent', { count: sent.length })}
            <ul className="erasure-sent">
              {sent.map(({ at, name, to, file }) => {
                const words = { name: name ?? t('backup:register.unnamed'), when: dayAndTime(at, language), to }
                return (
                  <li key={`${at} ${file}`}>
                    <bdi>{t(to === '' ? 'sentLine' : 'sentLineTo', words)}</bdi>
                  </li>
                )
              })}
            </ul>
          </li>
        )}
        {registers > 0 && <li>{t('unreachedRegisters', { count: registers })}</li>}
        <li>{t('unreachedAlways')}</li>
      </ul>
    </section>
  )
}

interface ErasurePreviewProps {
  preview: Preview
  chosen: ReadonlySet<string>
  onFlip: (key: string) => void
}

/** What removing someone would do, what is to be looked at, and what it does not reach. */
export function ErasurePreview({ preview, chosen, onFlip }: ErasurePreviewProps) {
  const { t } = useTranslation('erasure')
  return (
    <div className="stack">
      <Replaced preview={preview} />
      <section>
        <h3>{t('named')}</h3>
        {preview.named.length === 0 ? (
          <p>{t('namedNone')}</p>
        ) : (
          <>
            <p className="quiet">{t('namedExplain', { mark: t('mark') })}</p>
            <NamedList named={preview.named} chosen={chosen} onFlip={onFlip} />
          </>
        )}
      </section>
      <Unreached preview={preview} />
    </div>
  )
}
