import { IconAlertTriangle, IconEqual, IconLink, IconLinkOff, IconLock } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tellingWords } from '#shared/merge/telling-words.ts'
import type { Note, Records } from '#shared/model/record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { KEYMAP } from '../../../app/keymap.ts'
import { useWorkspace } from '../../../state/use-workspace.ts'
import { Button } from '../../../ui/button.tsx'
import { NoteCard } from './note-card.tsx'
import { BETWEEN, type Row } from './rows.ts'
import type { Takers } from './use-takers.ts'

export type Answer = 'same' | 'different' | null

export interface PairRowProps {
  row: Row
  session: string
  takers: Takers
  picked: string | null
  onAnswer: (answer: Answer) => void
  onPick: () => void
}

/** What a link between these two cannot do: leave this computer. */
const staysHere = (records: Records, one: Note, other: Note): boolean =>
  levelOfNote(records, one) !== levelOfNote(records, other) || one.f.axis !== other.f.axis

/** What to look at twice before answering. */
function Warnings({ left, right }: { left: Note; right: Note }) {
  const { t } = useTranslation('duplicates')
  const { records } = useWorkspace()
  const { numbers, negations } = useMemo(() => tellingWords(left.f.text ?? '', right.f.text ?? ''), [left, right])
  const regions = new Set([left, right].flatMap(({ f }) => records.get(f.voice ?? '')?.f['region'] ?? []))
  return (
    <>
      {numbers.size > 0 && (
        <span className="dup-warning">
          <IconAlertTriangle size={16} aria-hidden />
          {t('pair.numbers')}
        </span>
      )}
      {negations.size > 0 && (
        <span className="dup-warning">
          <IconAlertTriangle size={16} aria-hidden />
          {t('pair.negations')}
        </span>
      )}
      {regions.size > 1 && (
        <span className="dup-warning">
          <IconAlertTriangle size={16} aria-hidden />
          {t('pair.regions')}
        </span>
      )}
      {staysHere(records, left, right) && (
        <span className="quiet">
          <IconLock size={16} aria-hidden />
          {t('pair.staysHere')}
        </span>
      )}
    </>
  )
}

function Answers({ row, onAnswer }: Pick<PairRowProps, 'row' | 'onAnswer'>) {
  const { t } = useTranslation('duplicates')
  if (row.is === 'same')
    return (
      <div className="dup-answers">
        <span className="dup-linked">
          <IconLink size={16} aria-hidden />
          {t('pair.linked')}
        </span>
        <Button size="small" icon={<IconLinkOff size={16} aria-hidden />} onClick={() => onAnswer(null)}>
          {t('pair.unlink')}
        </Button>
      </div>
    )
  return (
    <div className="dup-answers">
      <Button size="small" keys={KEYMAP.duplicates.same} onClick={() => onAnswer('same')}>
        {t('pair.same')}
      </Button>
      <Button size="small" keys={KEYMAP.duplicates.different} onClick={() => onAnswer('different')}>
        {t('pair.different')}
      </Button>
    </div>
  )
}

/** Two notes side by side with what may be said of them, or one alone on its side of the clock. */
export function PairRow({ row, session, takers, picked, onAnswer, onPick }: PairRowProps) {
  const { t } = useTranslation('duplicates')
  const { left, right } = row
  const telling = useMemo(
    () => (left === null || right === null ? null : tellingWords(left.f.text ?? '', right.f.text ?? '')),
    [left, right],
  )
  const card = (note: Note | null) =>
    note === null ? (
      <span />
    ) : (
      <NoteCard
        note={note}
        taker={takers.takerOf(note.id)}
        telling={telling}
        picked={picked === note.id}
        withSession={session === BETWEEN}
      />
    )
  const only = left ?? right
  return (
    <>
      <div className="dup-sides" data-is={row.is ?? 'alone'}>
        {card(left)}
        <span className="dup-join" aria-hidden>
          {row.is !== null && <IconEqual size={18} />}
        </span>
        {card(right)}
      </div>
      {row.is !== null && left !== null && right !== null && (
        <div className="dup-foot">
          <Warnings left={left} right={right} />
          <span className="grow" />
          <Answers row={row} onAnswer={onAnswer} />
        </div>
      )}
      {row.is === null && only !== null && (
        <div className="dup-foot" data-side={left === null ? 'right' : 'left'}>
          {picked !== null && picked !== only.id ? (
            <Button size="small" keys={KEYMAP.duplicates.same} onClick={() => onAnswer('same')}>
              {t('pair.linkWithPicked')}
            </Button>
          ) : (
            <Button
              size="small"
              look="plain"
              keys={KEYMAP.duplicates.pick}
              aria-pressed={picked === only.id}
              onClick={onPick}
            >
              {t('pair.pick')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
