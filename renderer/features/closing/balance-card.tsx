import { useTranslation } from 'react-i18next'
import { formatPercent } from '#shared/i18n/format.ts'
import type { Balance, Heard } from '#shared/process/balance.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Table } from '../../ui/table.tsx'

type Dimension = 'section' | 'gender' | 'category'

function useGroupName(of: Dimension): (group: string | null) => string {
  const { t } = useTranslation('closing')
  const [{ records }, words, language] = [useWorkspace(), useListWords(), useLanguage()]
  return (group) => {
    if (group === null) return t(of === 'section' ? 'balance.noSection' : 'balance.unstated')
    return of === 'section' ? shortLabel(records.get(group), language) : words(of, group)
  }
}

type NamedHeard = Heard & { readonly name: string }

const nameCell = ({ name }: NamedHeard) => <bdi className="sentence">{name}</bdi>

function Groups({ of, heard }: { of: Dimension; heard: readonly Heard[] }) {
  const { t } = useTranslation('closing')
  const language = useLanguage()
  const nameOf = useGroupName(of)
  const counted = (count: number, share: number | null) =>
    share === null ? `${count}` : t('balance.withShare', { count, share: formatPercent(share, language) })
  return (
    <Table<NamedHeard>
      caption={t(`balance.by.${of}`)}
      keyOf={({ group }) => group ?? ''}
      rows={heard.map((one) => ({ ...one, name: nameOf(one.group) }))}
      columns={[
        {
          id: 'group',
          header: t(`balance.column.${of}`),
          names: true,
          cell: nameCell,
        },
        {
          id: 'speakers',
          header: t('balance.column.speakers'),
          numeric: true,
          cell: ({ speakers, ofSpeakers }) => counted(speakers, ofSpeakers),
        },
        {
          id: 'notes',
          header: t('balance.column.notes'),
          numeric: true,
          cell: ({ notes, ofNotes }) => counted(notes, ofNotes),
        },
      ]}
    />
  )
}

/** Who took the floor: counts, shares where they mean something, and what the rule keeps unsaid. */
export function BalanceCard({ balance }: { balance: Balance }) {
  const { t } = useTranslation('closing')
  return (
    <section className="card closing-card closing-balance" aria-labelledby="closing-balance">
      <header>
        <h2 id="closing-balance">{t('balance.title')}</h2>
      </header>
      <p className="quiet">
        {t('balance.total', {
          speakers: t('balance.speakers', { count: balance.speakers }),
          notes: t('notes', { count: balance.notes }),
        })}
      </p>
      {balance.bySection.length > 1 && <Groups of="section" heard={balance.bySection} />}
      <Groups of="gender" heard={balance.byGender} />
      <Groups of="category" heard={balance.byCategory} />
      {balance.unsaid > 0 && <p className="quiet">{t('balance.unsaid', { count: balance.unsaid })}</p>}
    </section>
  )
}
