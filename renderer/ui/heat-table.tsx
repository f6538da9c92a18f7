import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { HeatCell } from './heat-cell.tsx'
import type { HeatValue } from './heat-step.ts'
import { type Cell, moveInGrid } from './roving.ts'

export interface HeatHeading {
  id: string
  /** Heard with each number. */
  label: string
  /** Seen in place of the label: a shape and a short name. */
  shown?: ReactNode
}

export interface HeatTableProps {
  caption: string
  /** What the rows are: « Axe ». */
  rowsLabel: string
  rows: readonly HeatHeading[]
  columns: readonly HeatHeading[]
  /** Undefined where there is no data: hatched, never a zero. */
  valueOf: (rowId: string, columnId: string) => HeatValue | undefined
  /** Called with the ids of a cell that holds data. */
  onOpen: (rowId: string, columnId: string) => void
  /** A last column that is not coloured. */
  total?: { label: string; of: (rowId: string) => number }
}

const greatestOf = ({ rows, columns, valueOf }: HeatTableProps) =>
  Math.max(0, ...rows.flatMap((row) => columns.map((column) => valueOf(row.id, column.id)?.count ?? 0)))

/** A real table with a number in every cell; the arrows go through it and Enter opens what a number counts. */
export function HeatTable(props: HeatTableProps) {
  const { caption, rowsLabel, rows, columns, valueOf, onOpen, total } = props
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const greatest = greatestOf(props)
  const move = (event: KeyboardEvent) => {
    const to = moveInGrid(event, at, rows.length, columns.length)
    if (!to) return
    setAt(to)
    table.current?.tBodies[0]?.rows[to.row]?.querySelectorAll('button')[to.column]?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- screen readers leave the arrows to a grid
    <table className="heat-table" role="grid" aria-label={caption} ref={table} onKeyDown={move}>
      <thead>
        <tr>
          <th scope="col" className="heat-corner">
            {rowsLabel}
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.shown ?? column.label}
            </th>
          ))}
          {total && <th scope="col">{total.label}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, y) => (
          <tr key={row.id}>
            <th scope="row">
              <bdi>{row.shown ?? row.label}</bdi>
            </th>
            {columns.map((column, x) => (
              <HeatCell
                key={column.id}
                heading={`${row.label}, ${column.label}`}
                value={valueOf(row.id, column.id)}
                greatest={greatest}
                reachable={at.row === y && at.column === x}
                onReach={() => setAt({ row: y, column: x })}
                onOpen={() => onOpen(row.id, column.id)}
              />
            ))}
            {total && <td className="heat-total">{total.of(row.id)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
