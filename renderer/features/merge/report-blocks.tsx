import type { Block, Runs } from '#shared/report/outline.ts'

const words = (runs: Runs): string => runs.map(({ text }) => text).join('')

type Table = Extract<Block, { type: 'table' }>

function TableBlock({ table: { caption, header, rows, figures, legend } }: { table: Table }) {
  const isFigure = (column: number): true | undefined => figures?.includes(column) || undefined
  return (
    <>
      <div className="card merge-table">
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {header.map((cell, column) => (
                <th key={words(cell)} scope="col" data-numeric={isFigure(column)}>
                  {words(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = [], ...cells]) => (
              <tr key={words(name)}>
                <th scope="row">
                  <bdi>{words(name)}</bdi>
                </th>
                {cells.map((cell, index) => (
                  <td key={words(header[index + 1] ?? [])} data-numeric={isFigure(index + 1)}>
                    <bdi>{words(cell)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {legend !== undefined && <p className="quiet">{legend}</p>}
    </>
  )
}

/** One block of the report of a merge: a document of another kind has more. */
function BlockOf({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'cover':
      return (
        <dl>
          {block.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{words(value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <TableBlock table={block} />
    case 'bullets':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={words(item)}>
              <bdi>{words(item)}</bdi>
            </li>
          ))}
        </ul>
      )
    case 'paragraph':
      return <p className={block.muted ? 'quiet' : undefined}>{words(block.runs)}</p>
    default:
      return null
  }
}

/** The blocks of the report of a merge, as its document has them. */
export const ReportBlocks = ({ blocks }: { blocks: readonly Block[] }) =>
  // oxlint-disable-next-line react/no-array-index-key -- blocks have no name, and none moves
  blocks.map((block, index) => <BlockOf key={index} block={block} />)
