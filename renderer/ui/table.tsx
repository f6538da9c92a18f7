import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Aligned at the end, figures of equal width. */
  numeric?: boolean
  /** Names the row: exactly one column should. */
  names?: boolean
}

export interface TableProps<Row> {
  /** Heard, not seen: a heading over the table is seen. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

function Data<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Tag = column.names ? 'th' : 'td'
  return (
    <Tag {...(column.names && { scope: 'row' })} data-numeric={column.numeric}>
      {column.cell(row)}
    </Tag>
  )
}

export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table className="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-numeric={column.numeric}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Data key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
