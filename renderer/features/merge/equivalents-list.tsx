import { IconLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Equivalent } from '#shared/merge/equivalents.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { labelOf } from '#shared/model/label.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Button } from '../../ui/button.tsx'
import { answer } from './equivalent-answers.ts'
import { setAnswers, useMerge } from './merge-store.ts'

/** « Nappes » (MEWA): what a record is called, and the section that proposed it. */
function useRecordName(records: Records): (id: string) => string {
  const { t } = useTranslation('settling')
  const language = useLanguage()
  return (id) => {
    const record = records.get(id)
    const [name, by] = [nameIn(record, language), record?.f['proposedBy']]
    const section = typeof by === 'string' ? shortLabel(records.get(by), language) : ''
    return section === '' ? t('equivalent.name', { name }) : t('equivalent.nameBy', { name, section })
  }
}

function nameIn(record: AnyRecord | undefined, language: string): string {
  const [given, name] = [record?.f['givenName'], record?.f['name']]
  const person = [given, name].filter((part) => typeof part === 'string' && part !== '').join(' ')
  return person === '' ? labelOf(record, language) : person
}

function Question({ equivalent, nameOf }: { equivalent: Equivalent; nameOf: (id: string) => string }) {
  const { t } = useTranslation('settling')
  const said = useMerge((state) => state.answers.get(equivalent.record))
  const { kind, record, into, notes, likeness } = equivalent
  const give = (now: 'join' | 'apart') => () =>
    setAnswers((answers) => answer(answers, equivalent, said === now ? null : now))
  const names = { one: nameOf(record), other: nameOf(into) }
  return (
    <li className="card equivalent" data-said={said ?? 'nothing'}>
      <IconLink size={16} aria-hidden />
      <p className="grow" dir="auto">
        {t(`equivalent.same.${kind}`, names)}
        <small>{[t('equivalent.follow', { count: notes }), t(`equivalent.why.${likeness}`)].join(' · ')}</small>
      </p>
      <span className="row">
        <Button
          size="small"
          aria-pressed={said === 'join'}
          aria-label={t('equivalent.joinLabel', names)}
          onClick={give('join')}
        >
          {t('equivalent.join')}
        </Button>
        <Button
          size="small"
          aria-pressed={said === 'apart'}
          aria-label={t('equivalent.apartLabel', names)}
          onClick={give('apart')}
        >
          {t('equivalent.apart')}
        </Button>
      </span>
    </li>
  )
}

/** Records that look like one: a person says which are. Without an answer they stay two, and the question stands. */
export function EquivalentsList({ equivalents, records }: { equivalents: readonly Equivalent[]; records: Records }) {
  const { t } = useTranslation('settling')
  const nameOf = useRecordName(records)
  if (equivalents.length === 0) return null
  return (
    <section aria-labelledby="merge-equivalents">
      <div className="row merge-heading">
        <h2 id="merge-equivalents">{t('equivalent.title')}</h2>
        <small>
          <bdi>{t('equivalent.explain')}</bdi>
        </small>
      </div>
      <ul className="stack">
        {equivalents.map((equivalent) => (
          <Question key={equivalent.record} equivalent={equivalent} nameOf={nameOf} />
        ))}
      </ul>
    </section>
  )
}
