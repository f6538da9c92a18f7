import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { Speaker } from '#shared/model/record.ts'
import { useSomeone } from '../../state/someone.ts'
import { RailItem } from './rail-item.tsx'
import { RegionMark } from './region-mark.tsx'

interface PeopleListProps {
  label: string
  speakers: readonly Speaker[]
  onPick: (speaker: string) => void
  /** Other choices, after the people. */
  children?: ReactNode
}

/** People of a session to choose one from: a digit takes the one of the dock that has it. */
export function PeopleList({ label, speakers, onPick, children }: PeopleListProps) {
  const list = useRef<HTMLUListElement>(null)
  const words = useSomeone()
  const onKeyDown = (event: KeyboardEvent) => {
    const digit =
      event.ctrlKey || event.altKey || event.metaKey ? null : /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    const picked = speakers.find(({ f }) => digit !== null && f.slot === Number(digit))
    if (picked !== undefined) {
      event.preventDefault()
      return onPick(picked.id)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((one) => one === document.activeElement)
    if (step === 0 || buttons.length === 0) return
    event.preventDefault()
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons are walked with the arrows
    <ul ref={list} className="people-list" aria-label={label} onKeyDown={onKeyDown}>
      {speakers.map((speaker, index) => {
        const [name, ...details] = words(speaker)
        return (
          <li key={speaker.id}>
            <RailItem
              digit={speaker.f.slot}
              label={name}
              detail={details.length > 0 ? <bdi>{details.join(', ')}</bdi> : undefined}
              end={<RegionMark region={speaker.f.region} />}
              first={index === 0}
              onClick={() => onPick(speaker.id)}
            />
          </li>
        )
      })}
      {children}
    </ul>
  )
}
