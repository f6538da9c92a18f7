import type { Fact, Table } from '#shared/report/outline.ts'
import { directionOf, Words } from './outline-runs.tsx'
import { inPlace } from './pages.ts'

/** A table as Word will print it: its title above, what its marks mean below. */
export function OutlineTable({ table }: { table: Table }) {
  const { caption, header, rows, widths, figures = [], legend, small } = table
  const total = widths.reduce((sum, width) => sum + width, 0)
  const isFigure = (column: number): boolean => figures.includes(column)
  return (
    <>
      <table className="paper-table" data-small={small}>
        <caption>{caption}</caption>
        <colgroup>
          {inPlace(widths).map(({ thing: width, at: column }) => (
            <col key={column} style={{ inlineSize: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {inPlace(header).map(({ thing: words, at: column }) => (
              <th key={column} scope="col" data-figure={isFigure(column)}>
                <Words runs={words} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inPlace(rows).map(({ thing: row, at: index }) => (
            <tr key={index}>
              {inPlace(row).map(({ thing: words, at: column }) => (
                <td key={column} data-figure={isFigure(column)} dir={directionOf(words)}>
                  <Words runs={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {legend !== undefined && <p className="paper-legend">{legend}</p>}
    </>
  )
}

/** Two columns, what and its value. */
export function OutlineFacts({ facts, caption }: { facts: readonly Fact[]; caption: string }) {
  return (
    <table className="paper-facts">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td dir={directionOf(value)}>
              <Words runs={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
