import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell, Reading } from '#shared/evidence/evidence.ts'
import { labelOf } from '#shared/model/label.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { PresenceStrip } from '../../ui/presence-strip.tsx'
import { Table } from '../../ui/table.tsx'
import { needsReason, proposalOf } from './answer.ts'
import type { BoardCard } from './board.ts'
import { CardMenu } from './card-menu.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { placesOf } from './presence-places.ts'
import { ReadingLine } from './reading-line.tsx'
import { RegionName } from './region-name.tsx'
import { useRegions } from './use-programme.ts'
import type { Decisions } from './use-decisions.ts'

export interface BoardCardProps {
  card: BoardCard
  axis: string
  /** How many notes bear its themes. */
  notes: number
  decisions: Decisions
}

function Figures({ reading, notes }: { reading: Reading; notes: number }) {
  const { t } = useTranslation('review')
  return (
    <p className="board-figures">
      <bdi>{t('figure.voices', { count: reading.voices })}</bdi>
      <bdi>{t('figure.organisations', { count: reading.organisations })}</bdi>
      <bdi>{t('figure.notes', { count: notes })}</bdi>
      <bdi>{t('figure.against', { count: reading.opposing })}</bdi>
    </p>
  )
}

const regionOfCell = ({ region }: Cell) => <RegionName region={region} />

/** Both positions side by side, never a mean of the two. */
function Positions({ reading, title }: { reading: Reading; title: string }) {
  const { t } = useTranslation('review')
  return (
    <Table<Cell>
      caption={t('board.positions', { title })}
      keyOf={({ region }) => region}
      rows={reading.cells.filter(({ x, o }) => x > 0 || o > 0)}
      columns={[
        { id: 'region', header: t('part.region'), names: true, cell: regionOfCell },
        { id: 'x', header: t('board.supports'), numeric: true, cell: ({ x }) => x },
        { id: 'o', header: t('board.opposes'), numeric: true, cell: ({ o }) => o },
        {
          id: 'organisations',
          header: t('board.organisations'),
          numeric: true,
          cell: ({ organisations, opposingOrganisations }) => organisations + opposingOrganisations,
        },
      ]}
    />
  )
}

function Detail({ card, title, notes }: { card: BoardCard; title: string; notes: number }) {
  const { t } = useTranslation('review')
  const [regions, language] = [useRegions(), useLanguage()]
  const { reading, answer, tag } = card
  if (reading === undefined) return null
  if (answer === 'divergence' && tag === null)
    return (
      <>
        <Positions reading={reading} title={title} />
        <p className="quiet">{t('board.sideBySide')}</p>
      </>
    )
  if (tag === null) return null
  return (
    <>
      <PresenceStrip
        label={t('board.presence', { title })}
        places={placesOf(regions, reading, tag.f.scope === 'specificity' ? card.regions : [], language)}
      />
      <Figures reading={reading} notes={notes} />
    </>
  )
}

function Reason({ card, onDescribe }: { card: BoardCard; onDescribe: () => void }) {
  const { t } = useTranslation('review')
  const { tag, answer } = card
  if (tag?.f.reason !== undefined) return <p className="board-reason">{tag.f.reason}</p>
  if (tag === null || !needsReason(answer)) return null
  return (
    <p className="board-reason">
      {t('board.reasonNeeded')}{' '}
      <Button look="quiet" size="small" onClick={onDescribe}>
        {t('board.write')}
      </Button>
    </p>
  )
}

/** One decision, or one theme to decide on, with what the data answer. */
export function BoardCardView({ card, axis, notes, decisions }: BoardCardProps) {
  const { t } = useTranslation('review')
  const [{ records }, language] = [useWorkspace(), useLanguage()]
  const [describing, describe] = useState(false)
  const { tag, reading, themes } = card
  const themeNames = themes.map((id) => labelOf(records.get(id), language))
  const title = tag?.f.label ?? themeNames.join(', ')
  const proposal = tag === null && reading !== undefined ? proposalOf(reading) : null
  const shownRegions = tag === null || tag.f.scope === 'specificity' ? card.regions : []
  return (
    <article className="card board-card" data-scope={tag?.f.scope} aria-label={title}>
      <header className="row">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <CardMenu card={card} axis={axis} title={title} decisions={decisions} onDescribe={() => describe(true)} />
      </header>
      <ReadingLine reading={reading} answer={card.answer} regions={shownRegions} />
      {proposal && <p className="quiet">{t(`board.proposed.${proposal.scope}`)}</p>}
      {tag !== null && themeNames.some((name) => name !== title) && (
        <p className="quiet">
          {themeNames.map((name) => (
            <bdi key={name}>#{name} </bdi>
          ))}
        </p>
      )}
      <Detail card={card} title={title} notes={notes} />
      <Reason card={card} onDescribe={() => describe(true)} />
      {describing && <DescribeDialog card={card} decisions={decisions} onClose={() => describe(false)} />}
    </article>
  )
}
