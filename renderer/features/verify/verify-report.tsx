import { useTranslation } from 'react-i18next'
import { saySubject, sayPlace, type VerifyWords } from '#shared/verify/say-verification.ts'
import { type Check, type Verification, worstOf } from '#shared/verify/verification.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'

const TONES = { good: 'ok', warning: 'warn', damage: 'danger' } as const
const PLACES_TOLD = 20

function useColumns(words: VerifyWords): readonly Column<Check>[] {
  const { t } = useTranslation('verify')
  return [
    { id: 'check', header: t('table.check'), cell: ({ check }) => words(`verify:check.${check}`), names: true },
    {
      id: 'state',
      header: t('table.state'),
      cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
    },
    { id: 'examined', header: t('table.examined'), cell: ({ examined }) => examined, numeric: true },
    { id: 'found', header: t('table.found'), cell: ({ count }) => count, numeric: true },
  ]
}

function Places({ check, words }: { check: Check; words: VerifyWords }) {
  const told = check.places.slice(0, PLACES_TOLD)
  const more = check.count - told.length
  return (
    <section className="verify-places">
      <h3>{words(`verify:check.${check.check}`)}</h3>
      <ul>
        {told.map((place, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two faults may be at one place, and the list never changes
          <li key={index}>
            <bdi>{sayPlace(place, words)}</bdi>
          </li>
        ))}
        {more > 0 && <li>{words('verify:more', { count: more })}</li>}
      </ul>
    </section>
  )
}

/** What a verification found: first in a sentence, then point by point, then place by place. */
export function VerifyReport({ report, words }: { report: Verification; words: VerifyWords }) {
  const { t } = useTranslation('verify')
  const columns = useColumns(words)
  const state = worstOf(report.checks)
  const told = [
    ...saySubject(report, words),
    t('facts', { count: report.notes, operations: report.operations }),
    t('contents', { ...report.contents }),
  ]
  return (
    <div className="stack verify-report">
      <output data-state={state} className="verify-headline">
        <bdi>{t(`headline.${state}`)}</bdi>
      </output>
      {state === 'damage' && (
        <p>
          <bdi>{t('remedyScreen')}</bdi>
        </p>
      )}
      <div className="quiet">
        {told.map((line) => (
          <p key={line}>
            <bdi>{line}</bdi>
          </p>
        ))}
      </div>
      <Table caption={t('table.label')} columns={columns} rows={report.checks} keyOf={({ check }) => check} />
      {report.checks.map((check) => check.count > 0 && <Places key={check.check} check={check} words={words} />)}
    </div>
  )
}
