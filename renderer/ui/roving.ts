import type { KeyboardEvent } from 'react'

const inline = (event: KeyboardEvent) => (getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1)

/** Where an arrow, Home or End leads on a line of `count` things, or null for another key. Goes round at the ends. */
export function stepWithArrows(event: KeyboardEvent, from: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowRight: from + inline(event),
    ArrowLeft: from - inline(event),
    Home: 0,
    End: -1,
  }
  const to = steps[event.key]
  if (to === undefined || count === 0) return null
  event.preventDefault()
  return (to + count) % count
}

export interface Cell {
  row: number
  column: number
}

const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)

/** Where a key leads in a table, or null for another key: arrows stop at the edges, Home and End stay on the row. */
export function moveInGrid(event: KeyboardEvent, from: Cell, rows: number, columns: number): Cell | null {
  const { row, column } = from
  const moves: Record<string, Cell> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowRight: { row, column: column + inline(event) },
    ArrowLeft: { row, column: column - inline(event) },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  }
  const to = moves[event.key]
  if (!to) return null
  event.preventDefault()
  return { row: clamp(to.row, rows), column: clamp(to.column, columns) }
}
