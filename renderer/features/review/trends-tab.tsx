import { IconMapPin, IconScale, IconWorld } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readAgain, useEvidence } from '../../state/evidence.ts'
import { useRecords, useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SectionMark } from '../../ui/section-mark.tsx'
import { BoardCardView } from './board-card.tsx'
import { type Board, type BoardCard, boardOf, notesByTheme } from './board.ts'
import { useDecisions } from './use-decisions.ts'

const COLUMNS = ['toSort', 'trends', 'specificities', 'divergences'] as const
type ColumnId = (typeof COLUMNS)[number]

const ICONS: Readonly<Record<ColumnId, ReactNode>> = {
  toSort: null,
  trends: <IconWorld size={16} aria-hidden />,
  specificities: <IconMapPin size={16} aria-hidden />,
  divergences: <IconScale size={16} aria-hidden />,
}

interface ColumnProps {
  id: ColumnId
  cards: readonly BoardCard[]
  axis: string
  counts: ReadonlyMap<string, number>
}

function BoardColumn({ id, cards, axis, counts }: ColumnProps) {
  const { t } = useTranslation('review')
  const decisions = useDecisions(axis)
  return (
    <section className="board-column" data-column={id} aria-labelledby={`board-${id}`} data-pane tabIndex={-1}>
      <h2 id={`board-${id}`}>
        {ICONS[id]}
        {t(`board.column.${id}`)} <small className="figures">{cards.length}</small>
      </h2>
      <div className="board-cards">
        {cards.map((card) => (
          <BoardCardView
            key={card.id}
            card={card}
            axis={axis}
            notes={Math.max(0, ...card.themes.map((theme) => counts.get(theme) ?? 0))}
            decisions={decisions}
          />
        ))}
        {cards.length === 0 && <p className="quiet">{t(`board.empty.${id}`)}</p>}
      </div>
    </section>
  )
}

function Legend() {
  const { t } = useTranslation('review')
  return (
    <footer className="board-legend">
      <span className="row">
        <SectionMark shape="star" /> {t('board.legend.present')}
      </span>
      <span className="row">
        <SectionMark shape="star" variant="outline" /> {t('board.legend.below')}
      </span>
      <span className="row">
        <SectionMark shape="star" variant="dotted" /> {t('board.legend.inconclusive')}
      </span>
      <span>{t('board.legend.none')}</span>
      <span className="grow" />
      <span>{t('board.legend.person')}</span>
    </footer>
  )
}

function Reading({ share }: { share: number }) {
  const { t } = useTranslation('review')
  return (
    <div className="board-progress">
      <Progress label={t('board.reading')} {...(share > 0 ? { done: Math.round(share * 100), total: 100 } : {})} />
    </div>
  )
}

/** What people decided on an axis, what is left to decide, and what the data answer to both. */
export function TrendsTab({ axis }: { axis: string | undefined }) {
  const { t } = useTranslation('review')
  const { records } = useWorkspace()
  const { evidence, share, failure } = useEvidence()
  const [tags, notes] = [useRecords('tag'), useRecords('note')]
  const board: Board | null = useMemo(
    () => (axis === undefined || evidence === null ? null : boardOf(records, axis, evidence.readings, tags)),
    [records, axis, evidence, tags],
  )
  const counts = useMemo(() => notesByTheme(records, notes, axis ?? ''), [records, notes, axis])
  if (axis === undefined) return <EmptyState title={t('board.noAxis')} />
  return (
    <div className="board-pane">
      {failure && (
        <FailureNotice
          failure={failure}
          action={<Button onClick={() => readAgain(records)}>{t('board.readAgain')}</Button>}
        />
      )}
      {share !== null && <Reading share={share} />}
      {board !== null && (
        <div className="board">
          {COLUMNS.map((id) => (
            <BoardColumn key={id} id={id} cards={board[id]} axis={axis} counts={counts} />
          ))}
        </div>
      )}
      {board !== null && <Legend />}
    </div>
  )
}
