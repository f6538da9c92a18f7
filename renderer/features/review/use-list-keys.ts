import type { KeyboardEvent, RefObject } from 'react'
import { digitOf, useKeys } from '../../app/use-keys.ts'
import { openBulkMenu } from './bulk-bar.tsx'
import { chooseThemesOf, setSelection, showBoard, useReview } from './review-store.ts'
import { extendTo, goTo, pickAll, pickNone, targetsOf, toggle } from './selection.ts'
import { useActs } from './use-acts.ts'
import { useAxes } from './use-programme.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

export interface ListKeys {
  readonly list: RefObject<HTMLElement | null>
  readonly ids: readonly string[]
  readonly current: number
  readonly move: (to: number) => void
  readonly onOpen: (what: 'panel' | 'text') => void
}

const PAGE = 8

const stepOf = (key: string, at: number, count: number): number | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined || count === 0 ? null : Math.min(Math.max(to, 0), count - 1)
}

/** The letters of the list, alive only while it has the focus; what it gives is for the arrows. */
export function useListKeys({ list, ids, current, move, onOpen }: ListKeys): (event: KeyboardEvent) => void {
  const { change, remove } = useActs()
  const axes = useAxes()
  const { records } = useWorkspace()
  const targets = () => targetsOf(useReview.getState().selection, ids)
  const go = (to: number, extend: boolean) => {
    const id = ids[to]
    if (id === undefined) return
    setSelection((selection) => (extend ? extendTo(selection, ids, id) : goTo(selection, id)))
    move(to)
  }
  const pick = () => {
    const id = ids[current]
    if (id !== undefined) setSelection((selection) => toggle(selection, id))
  }
  const qualify = (scope: 'trend' | 'specificity' | 'undecided') => void change(targets(), { set: { scope } })
  useKeys(
    'review',
    {
      next: () => go(Math.min(current + 1, ids.length - 1), false),
      previous: () => go(Math.max(current - 1, 0), false),
      select: pick,
      selectAll: () => setSelection((selection) => pickAll(selection, ids)),
      axis: (event) => {
        const axis = axes[digitOf(event) - 1]
        if (axis !== undefined) void change(targets(), { set: { axis: axis.id } })
      },
      themes: () => chooseThemesOf(targets()),
      kind: () => openBulkMenu('kind'),
      stance: () => openBulkMenu('stance'),
      trend: () => qualify('trend'),
      specificity: () => qualify('specificity'),
      undecided: () => qualify('undecided'),
      board: () => showBoard((records.get(ids[current] ?? '')?.f['axis'] as string | undefined) ?? null),
      edit: () => onOpen('text'),
      open: () => onOpen('panel'),
      remove: () => void remove(targets()),
    },
    list,
  )
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const to = stepOf(event.key, current, ids.length)
    if (to !== null) go(to, event.shiftKey)
    else if (event.key === ' ') pick()
    else if (event.key === 'Escape') setSelection(pickNone)
    else return
    event.preventDefault()
  }
}
