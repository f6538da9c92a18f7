import { useTranslation } from 'react-i18next'
import type { BackPreview } from '#shared/contract/version-calls.ts'
import { labelOf } from '#shared/model/label.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useFieldWords, useValueWords } from '../../state/value-words.ts'
import { ChangedText } from '../../ui/changed-text.tsx'

type Change = BackPreview['changes'][number]

/** Fields that say nothing to a person, or that are said elsewhere. */
const SILENT = new Set(['text', 'voice', 'order', 'slot', 'at', 'group', 'twin'])

const textOf = (record: AnyRecord | null): string | undefined => {
  const text = record?.f['text']
  return typeof text === 'string' ? text : undefined
}

const nameOf = (record: AnyRecord | null, language: string): string => {
  const name = record?.f['name']
  return labelOf(record ?? undefined, language) || (typeof name === 'string' ? name : '')
}

function Fields({ before, after, records }: { before: AnyRecord; after: AnyRecord; records: Records }) {
  const { t } = useTranslation('versions')
  const [nameOfField, say] = [useFieldWords(records), useValueWords(records)]
  const fields = [...new Set([...Object.keys(before.f), ...Object.keys(after.f)])].filter(
    (field) => !SILENT.has(field) && JSON.stringify(before.f[field]) !== JSON.stringify(after.f[field]),
  )
  return fields.map((field) => (
    <p key={field} className="change-field">
      <small>{nameOfField(field)}</small>
      <bdi>{say(after.kind, field, before.f[field])}</bdi>
      <span aria-hidden>→</span>
      <span className="visually-hidden">{t('change.becomes')}</span>
      <bdi>{say(after.kind, field, after.f[field])}</bdi>
    </p>
  ))
}

function Texts({ before, after }: { before: AnyRecord; after: AnyRecord }) {
  const { t } = useTranslation('versions')
  const [now, then] = [textOf(before), textOf(after)]
  const lang = typeof after.f['lang'] === 'string' ? after.f['lang'] : undefined
  if (now === undefined || then === undefined || now === then)
    return then === undefined ? null : (
      <p dir="auto" lang={lang}>
        {then}
      </p>
    )
  return (
    <div className="change-texts">
      <div>
        <small>{t('change.now')}</small>
        <ChangedText text={now} other={then} lang={lang} />
      </div>
      <div>
        <small>{t('change.then')}</small>
        <ChangedText text={then} other={now} lang={lang} />
      </div>
    </div>
  )
}

function ChangeItem({ change: { before, after }, records }: { change: Change; records: Records }) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const shown = after ?? before
  if (shown === null) return null
  const what = before === null ? 'back' : after === null ? 'away' : 'changed'
  const title = textOf(shown) === undefined ? nameOf(shown, language) : ''
  return (
    <li className="change" data-what={what}>
      <small className="change-what">{t(`change.${what}`)}</small>
      {title !== '' && <bdi>{title}</bdi>}
      {before !== null && after !== null ? (
        <>
          <Texts before={before} after={after} />
          <Fields before={before} after={after} records={records} />
        </>
      ) : (
        textOf(shown) !== undefined && <p dir="auto">{textOf(shown)}</p>
      )}
    </li>
  )
}

/** Record by record, what going back would change: notes, then what people see of the rest. */
export function ChangeList({ changes }: { changes: BackPreview['changes'] }) {
  const { records } = useWorkspace()
  const seen = changes.filter(({ before, after }) => (after ?? before)?.kind !== 'voice')
  return (
    <ul className="change-list">
      {seen.map((change) => (
        <ChangeItem key={(change.after ?? change.before)?.id} change={change} records={records} />
      ))}
    </ul>
  )
}
