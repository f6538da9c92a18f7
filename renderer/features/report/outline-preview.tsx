import './paper.css'
import { memo, useMemo } from 'react'
import type { Outline } from '#shared/report/outline.ts'
import { OutlineBlock } from './outline-block.tsx'
import { ReferencesContext, Words } from './outline-runs.tsx'
import { type Sheet, sheetsOf } from './pages.ts'
import { planOf, type PlanEntry } from './plan.ts'

interface PaperProps {
  readonly sheet: Sheet
  readonly outline: Outline
  readonly plan: readonly PlanEntry[]
  readonly isFirst: boolean
}

function Paper({ sheet, outline, plan, isFirst }: PaperProps) {
  const { organiser, process, documentKind, version, footer } = outline
  return (
    <div className="paper">
      <div className="paper-head">
        <span>{isFirst ? <b>{organiser}</b> : documentKind}</span>
        <span>{isFirst ? process : version}</span>
      </div>
      {sheet.blocks.map((placed) => (
        <OutlineBlock key={placed.at} placed={placed} outline={outline} plan={plan} />
      ))}
      {sheet.footnotes.length > 0 && (
        <ul className="paper-footnotes">
          {sheet.footnotes.map(({ number, runs }) => (
            <li key={number}>
              <sup>{number}</sup> <Words runs={runs} />
            </li>
          ))}
        </ul>
      )}
      {footer !== undefined && <div className="paper-foot">{footer}</div>}
    </div>
  )
}

/**
 * A document on paper, before Word lays it out: the same words in the same order, on sheets that are as long as what
 * they hold. It runs in its own direction, whatever that of the page.
 */
export const OutlinePreview = memo(({ outline }: { outline: Outline }) => {
  const plan = useMemo(() => planOf(outline), [outline])
  const { sheets, numbers } = useMemo(() => sheetsOf(outline.blocks), [outline])
  const references = useMemo(
    () => ({
      annexNumbers: new Set(outline.blocks.flatMap((block) => (block.type === 'annexNote' ? [block.number] : []))),
      footnotes: numbers,
    }),
    [outline, numbers],
  )
  return (
    <ReferencesContext value={references}>
      <article
        className="papers"
        lang={outline.lang}
        dir="ltr"
        aria-label={`${outline.documentKind}, ${outline.title}`}
      >
        {sheets.map((sheet) => (
          <Paper key={sheet.blocks[0]?.at} sheet={sheet} outline={outline} plan={plan} isFirst={sheet === sheets[0]} />
        ))}
      </article>
    </ReferencesContext>
  )
})
