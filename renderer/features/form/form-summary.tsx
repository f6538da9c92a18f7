import { useTranslation } from 'react-i18next'
import type { FormPreview, FormSession } from '#shared/contract/form-calls.ts'
import { formatDay, formatList } from '#shared/i18n/format.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { Table } from '../../ui/table.tsx'
import { FormIssues } from './form-issues.tsx'

function Session({ session }: { session: FormSession }) {
  const { t } = useTranslation('form')
  const language = useLanguage()
  const words = useListWords()
  const { label, date, place, region, level, isNew } = session
  const rule = t('rule.answer', { level, name: words('level', `${level}.name`) })
  return (
    <>
      <p>
        <b>
          <bdi>{t('dialog.about', { session: label, day: formatDay(date, language) })}</bdi>
        </b>{' '}
        <bdi>{[region, place].filter(Boolean).join(' · ')}</bdi>
      </p>
      <p>
        {t(isNew ? 'dialog.newSession' : 'dialog.knownSession')} {t('dialog.rule', { rule })}
      </p>
    </>
  )
}

type Line = FormPreview['sample'][number]
const speakerOf = ({ speaker }: Line) => <bdi>{speaker}</bdi>
const textOf = ({ text }: Line) => <bdi dir="auto">{text}</bdi>

/** What a form would bring: the sitting, how many notes and people, the first lines, and what is wrong by line. */
export function FormSummary({ file, preview }: { file: string; preview: FormPreview }) {
  const { t } = useTranslation('form')
  const language = useLanguage()
  const { session, reference, added, alreadyHere, people, themes, sample, issues } = preview
  return (
    <>
      <p className="quiet">
        <bdi>{file}</bdi> · {t('reference', { reference })}
      </p>
      {session === null ? (
        <p className="warn" role="alert">
          {t('dialog.blocked')}
        </p>
      ) : (
        <>
          <Session session={session} />
          <p>
            <b>{t('dialog.notes', { count: added })}</b> {alreadyHere > 0 && t('dialog.here', { count: alreadyHere })}
          </p>
          {people > 0 && <p>{t('dialog.people', { count: people })}</p>}
          {themes.length > 0 && (
            <p>
              <bdi>{t('dialog.themes', { themes: formatList(themes, language) })}</bdi>
            </p>
          )}
        </>
      )}
      {sample.length > 0 && (
        <section className="card form-sample">
          <Table
            caption={t('dialog.sample')}
            rows={sample}
            keyOf={({ line }) => String(line)}
            columns={[
              {
                id: 'speaker',
                header: t('field.note.speaker'),
                names: true,
                cell: speakerOf,
              },
              {
                id: 'text',
                header: t('field.note.text'),
                cell: textOf,
              },
            ]}
          />
        </section>
      )}
      <FormIssues issues={issues} />
    </>
  )
}
