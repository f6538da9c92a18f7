import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../../../app/use-keys.ts'
import { clockTime } from '../../../state/clock-time.ts'
import { useLanguage } from '../../../state/use-words.ts'
import { useSettling } from '../use-settling.ts'
import { pickNote, useDuplicates } from './duplicates-store.ts'
import { type Answer, PairRow } from './pair-row.tsx'
import type { Row } from './rows.ts'
import type { Takers } from './use-takers.ts'

const SAID = { same: 'said.same', different: 'said.different', none: 'said.unlinked' } as const

/** Writes the answer to a line: of its two notes, or of the one it holds and the one that was picked before. */
function useAnswer(): (row: Row, answer: Answer) => Promise<boolean> {
  const { t } = useTranslation('duplicates')
  const { settle } = useSettling()
  return async ({ left, right }, answer) => {
    const { picked } = useDuplicates.getState()
    const [one, other] = [left?.id ?? picked, right?.id ?? picked]
    if (one === null || other === null || one === other) return false
    const done = await settle(
      { type: 'pairs.judge', pairs: [{ one, other }], judgement: answer },
      t(SAID[answer ?? 'none']),
    )
    if (done) pickNote(null)
    return done
  }
}

const stepOf = (key: string, at: number, count: number): number | null => {
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }
  const to = steps[key]
  return to === undefined || count === 0 ? null : Math.min(Math.max(to, 0), count - 1)
}

export interface PairListProps {
  rows: readonly Row[]
  session: string
  takers: Takers
}

/** The lines of a session: arrows lead from one to the next, one key answers, and the keyboard stays where it was. */
export function PairList({ rows, session, takers }: PairListProps) {
  const { t } = useTranslation('duplicates')
  const language = useLanguage()
  const picked = useDuplicates((state) => state.picked)
  const list = useRef<HTMLOListElement>(null)
  const [at, setAt] = useState(0)
  const back = useRef(false)
  const current = Math.min(at, rows.length - 1)
  const answer = useAnswer()
  const focus = (to: number) => list.current?.querySelectorAll<HTMLElement>(':scope > li')[to]?.focus()
  useEffect(() => {
    if (back.current) focus(current)
    back.current = false
  }, [rows, current])
  const answered = async (row: Row | undefined, said: Answer) => {
    if (row === undefined) return
    // The line is gone before the answer is known to be written.
    back.current = list.current?.contains(document.activeElement) === true
    if (!(await answer(row, said))) back.current = false
  }
  const pick = (row: Row | undefined) => {
    const only = row?.is === null ? (row.left ?? row.right) : null
    if (only !== null && only !== undefined) pickNote(picked === only.id ? null : only.id)
  }
  useKeys(
    'duplicates',
    {
      same: () => rows[current]?.is !== 'same' && void answered(rows[current], 'same'),
      different: () => rows[current]?.is != null && void answered(rows[current], 'different'),
      pick: () => pick(rows[current]),
    },
    list,
  )
  const move = (event: KeyboardEvent) => {
    const to = stepOf(event.key, current, rows.length)
    if (to === null) return
    event.preventDefault()
    setAt(to)
    focus(to)
  }
  const nameOf = ({ left, right, is }: Row, index: number): string => {
    const time = left?.f.at ?? right?.f.at
    return t(`row.${is ?? 'alone'}`, {
      position: index + 1,
      total: rows.length,
      time: time === undefined ? t('card.noTime') : clockTime(time, language),
    })
  }
  return (
    <ol className="dup-list" ref={list} onKeyDown={move} aria-label={t('list.label')}>
      {rows.map((row, index) => (
        <li
          key={row.key}
          tabIndex={index === current ? 0 : -1}
          aria-label={nameOf(row, index)}
          onFocus={() => setAt(index)}
        >
          <PairRow
            {...{ row, session, takers, picked }}
            onAnswer={(said) => void answered(row, said)}
            onPick={() => pick(row)}
          />
        </li>
      ))}
    </ol>
  )
}
