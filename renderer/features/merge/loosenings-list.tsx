import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WaitingLoosening } from '#shared/contract/settling-calls.ts'
import { formatDay } from '#shared/i18n/format.ts'
import { isKind } from '#shared/model/record.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { useCaseName } from './conflict-pane.tsx'
import type { Loosenings } from './use-loosenings.ts'
import { useSettling } from './use-settling.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Two rules for one record, and the consent that the looser one rests on. */
function Facts({ waiting }: { waiting: WaitingLoosening }) {
  const { t } = useTranslation('settling')
  const [language, words] = [useLanguage(), useListWords()]
  const { records } = useWorkspace()
  const record = records.get(waiting.record)
  const levelWords = (level: number) => words('level', `${level}.name`)
  const { who, at, basis, covers } = waiting
  return (
    <>
      <p>
        <bdi>{t('loosening.two', { asked: levelWords(waiting.asked), now: levelWords(waiting.now) })}</bdi>
      </p>
      <dl className="loosening-facts">
        {[
          [t('loosening.who'), who],
          [t('loosening.at'), DAY.test(at) ? formatDay(at, language) : at],
          [t('loosening.basis'), basis],
          [t('loosening.covers'), t('loosening.records', { count: covers })],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value || t('loosening.unsaid')}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {record !== undefined && isKind(record, 'note') && (
        <p className="quiet" dir="auto" lang={record.f.lang}>
          {record.f.text}
        </p>
      )}
    </>
  )
}

/** Rules that others loosened with a consent: without effect here until a person accepts. */
export function LooseningsList({ loosenings: { waiting, accept } }: { loosenings: Loosenings }) {
  const { t } = useTranslation('settling')
  const { records } = useWorkspace()
  const nameOf = useCaseName(records)
  const { settle, tell } = useSettling()
  const agree = async (id: string) => tell(await accept([id]), t('loosening.accepted'))
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="merge-loosenings">
      <div className="row merge-heading">
        <h2 id="merge-loosenings">{t('loosening.title')}</h2>
        <small>
          <bdi>{t('loosening.explain')}</bdi>
        </small>
      </div>
      <ul className="stack">
        {waiting.map((one) => (
          <li key={one.id} className="card loosening">
            <b className="row">
              <IconLock size={16} aria-hidden />
              <bdi>{nameOf(one)}</bdi>
            </b>
            <Facts waiting={one} />
            <div className="row">
              <Button size="small" onClick={() => void agree(one.id)}>
                {t('loosening.accept')}
              </Button>
              <Button
                size="small"
                onClick={() =>
                  void settle({ type: 'level.tighten', records: [one.record], level: one.now }, t('loosening.held'))
                }
              >
                {t('loosening.hold')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
