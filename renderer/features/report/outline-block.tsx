import './paper-blocks.css'
import type { Block, Outline } from '#shared/report/outline.ts'
import { jumpTo } from './jump.ts'
import { directionOf, Words } from './outline-runs.tsx'
import { OutlineFacts, OutlineTable } from './outline-table.tsx'
import { inPlace, type Placed } from './pages.ts'
import { noteId, partId, type PlanEntry } from './plan.ts'

type Of<T extends Block['type']> = Extract<Block, { type: T }>

/** Under the h1 of the screen and the title of the document. */
const TAGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const

function Heading({ block: { level, text }, at }: { block: Of<'heading'>; at: number }) {
  const Tag = TAGS[level]
  return (
    <Tag id={partId(at)} tabIndex={-1} className="paper-heading" data-level={level}>
      {text}
    </Tag>
  )
}

function Cover({ block, outline }: { block: Of<'cover'>; outline: Outline }) {
  return (
    <>
      <div className="paper-title">
        <p>{outline.documentKind}</p>
        <h2>{outline.title}</h2>
        {outline.subtitle !== undefined && <p className="paper-subtitle">{outline.subtitle}</p>}
      </div>
      <dl className="paper-cover">
        {block.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Words runs={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Parts below this level are not in the contents of a document. */
const CONTENTS_LEVEL = 2

function Contents({ title, plan }: { title: string; plan: readonly PlanEntry[] }) {
  return (
    <nav aria-label={title} className="paper-contents">
      <p className="paper-heading" data-level={1}>
        {title}
      </p>
      <ul>
        {plan
          .filter(({ level }) => level <= CONTENTS_LEVEL)
          .map(({ id, level, text }) => (
            <li key={id} data-level={level}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  jumpTo(id)
                }}
              >
                {text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function AnnexNote({ number, runs, attribution }: Of<'annexNote'>) {
  return (
    <div className="paper-note" id={noteId(number)} tabIndex={-1}>
      <span className="paper-number">{number}</span>
      <p dir={directionOf(runs)}>
        <Words runs={runs} />
      </p>
      <small>{attribution}</small>
    </div>
  )
}

interface OutlineBlockProps {
  readonly placed: Placed
  readonly outline: Outline
  readonly plan: readonly PlanEntry[]
}

/** One block of a document, as Word will show it. */
export function OutlineBlock({ placed: { block, at, number }, outline, plan }: OutlineBlockProps) {
  switch (block.type) {
    case 'cover':
      return <Cover block={block} outline={outline} />
    case 'contents':
      return <Contents title={block.title} plan={plan} />
    case 'heading':
      return <Heading block={block} at={at} />
    case 'paragraph':
      return (
        <p className="paper-paragraph" data-muted={block.muted} dir={directionOf(block.runs)}>
          {number !== undefined && <span className="paper-number">{number}.</span>}
          <Words runs={block.runs} />
        </p>
      )
    case 'bullets':
      return (
        <ul className="paper-bullets">
          {inPlace(block.items).map(({ thing: runs, at: index }) => (
            <li key={index} dir={directionOf(runs)}>
              <Words runs={runs} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <OutlineFacts facts={block.facts} caption={block.caption} />
    case 'table':
      return <OutlineTable table={block} />
    case 'verbatim':
      return (
        <figure className="paper-verbatim">
          <blockquote dir={directionOf(block.runs)}>
            <Words runs={block.runs} />
          </blockquote>
          <figcaption>{block.attribution}</figcaption>
        </figure>
      )
    case 'box':
      return (
        <p className="paper-box" dir={directionOf(block.runs)}>
          <Words runs={block.runs} />
        </p>
      )
    case 'annexNote':
      return <AnnexNote {...block} />
  }
}
