import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
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

/** Where the keyboard is among the lines; it stays there when a line that was answered leaves. */
function useLines(rows: readonly Row[]) {
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const leaving = useRef<readonly Row[] | null>(null)
  const current = Math.min(at, rows.length - 1)
  const focus = (to: number) => list.current?.querySelectorAll<HTMLElement>(':scope > article')[to]?.focus()
  useLayoutEffect(() => {
    if (leaving.current === null || leaving.current === rows) return
    leaving.current = null
    focus(current)
  })
  return {
    list,
    current,
    /** The line is gone before the answer is known to be written. */
    leave: () => {
      leaving.current = list.current?.contains(document.activeElement) === true ? rows : null
    },
    onKeyDown: (event: KeyboardEvent) => {
      const to = stepOf(event.key, current, rows.length)
      if (to === null) return
      event.preventDefault()
      setAt(to)
      focus(to)
    },
    onFocus: (event: FocusEvent) => {
      const row = event.target.closest('[data-row]')?.getAttribute('data-row')
      if (row !== null && row !== undefined) setAt(Number(row))
    },
  }
}

const onlyOf = ({ left, right, is }: Row): string | null => (is === null ? ((left ?? right)?.id ?? null) : null)

export interface PairListProps {
  rows: readonly Row[]
  session: string
  takers: Takers
}

/** The lines of a session: arrows lead from one to the next, one key answers. */
export function PairList({ rows, session, takers }: PairListProps) {
  const { t } = useTranslation('duplicates')
  const language = useLanguage()
  const picked = useDuplicates((state) => state.picked)
  const { list, current, leave, onKeyDown, onFocus } = useLines(rows)
  const answer = useAnswer()
  const answered = (row: Row, said: Answer) => {
    leave()
    void answer(row, said)
  }
  const pick = (row: Row) => {
    const only = onlyOf(row)
    if (only !== null) pickNote(picked === only ? null : only)
  }
  const row = rows[current]
  const entry = (index: number): number => (index === current ? 0 : -1)
  useKeys(
    'duplicates',
    {
      same: () => row !== undefined && row.is !== 'same' && answered(row, 'same'),
      different: () => row !== undefined && row.is !== null && answered(row, 'different'),
      pick: () => row !== undefined && pick(row),
    },
    list,
  )
  const nameOf = ({ left, right, is }: Row, index: number): string => {
    const time = left?.f.at ?? right?.f.at
    return t(`row.${is ?? 'alone'}`, {
      position: index + 1,
      total: rows.length,
      time: time === undefined ? t('card.noTime') : clockTime(time, language),
    })
  }
  return (
    <div role="feed" className="dup-list" ref={list} aria-label={t('list.label')} {...{ onKeyDown, onFocus }}>
      {rows.map((one, index) => (
        <article
          key={one.key}
          data-row={index}
          tabIndex={entry(index)}
          aria-posinset={index + 1}
          aria-setsize={rows.length}
          aria-label={nameOf(one, index)}
        >
          <PairRow
            {...{ row: one, session, takers, picked }}
            onAnswer={(said) => answered(one, said)}
            onPick={() => pick(one)}
          />
        </article>
      ))}
    </div>
  )
}
