import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Version } from '#shared/contract/version-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { clockTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useCountWords, useDayWords, useReasonWords } from './version-words.ts'

interface ItemProps {
  version: Version
  /** Of the group: one of its radio buttons is chosen, and arrows go from one to the next. */
  name: string
  isChosen: boolean
  onChoose: (position: number) => void
  onEnter: () => void
}

/** Names of places shown of each state: more would hide the list. */
const PLACES = 4

function Item({ version, name, isChosen, onChoose, onEnter }: ItemProps) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const [reasonOf, countsOf] = [useReasonWords(), useCountWords()]
  const { at, notes, position, since } = version
  const counts = countsOf(since.kinds)
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    // The same key must not press the button it leads to.
    event.preventDefault()
    onEnter()
  }
  const places = formatList([...since.regions, ...since.axes].slice(0, PLACES), language)
  return (
    <label className="version">
      <input
        type="radio"
        className="visually-hidden"
        name={name}
        checked={isChosen}
        onChange={() => onChoose(position)}
        onKeyDown={enter}
      />
      <span className="version-head">
        <time dateTime={new Date(at).toISOString()}>{clockTime(at, language)}</time>
        <b>
          <bdi>{reasonOf(version)}</bdi>
        </b>
      </span>
      <small>
        <bdi>{t('list.notes', { count: notes })}</bdi>
      </small>
      {counts !== '' && (
        <small>
          <bdi>{t('list.since', { counts })}</bdi>
        </small>
      )}
      {places !== '' && (
        <small>
          <bdi>{places}</bdi>
        </small>
      )}
      {since.elsewhere && <small>{t('list.elsewhere')}</small>}
    </label>
  )
}

export interface VersionListProps {
  versions: readonly Version[]
  chosen: number
  onChoose: (position: number) => void
  /** Enter: on to what going back would do. */
  onEnter: () => void
  /** Whether the list takes the focus once it is there. */
  first: boolean
}

/** The states one can come back to, day by day, the last first: one stop of Tab, then arrows. */
export function VersionList({ versions, chosen, onChoose, onEnter, first }: VersionListProps) {
  const dayOf = useDayWords()
  const name = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (first) list.current?.querySelector<HTMLElement>(':checked')?.focus()
  }, [first])
  return (
    <div ref={list} className="version-list">
      {byDay(versions, dayOf).map(([day, ofDay]) => (
        <fieldset key={day}>
          <legend>{day}</legend>
          {ofDay.map((version) => (
            <Item
              key={version.position}
              version={version}
              name={name}
              isChosen={version.position === chosen}
              onChoose={onChoose}
              onEnter={onEnter}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

function byDay(versions: readonly Version[], dayOf: (ms: number) => string) {
  const days = new Map<string, Version[]>()
  for (const version of versions) {
    const day = dayOf(version.at)
    const known = days.get(day)
    if (known === undefined) days.set(day, [version])
    else known.push(version)
  }
  return [...days]
}
