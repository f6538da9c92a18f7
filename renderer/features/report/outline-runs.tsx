import { createContext, type MouseEvent, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run, Runs } from '#shared/report/outline.ts'
import { jumpTo } from './jump.ts'
import { type FootnoteNumbers, inPlace } from './pages.ts'
import { noteId } from './plan.ts'

/** What the words of a document refer to. */
interface References {
  readonly annexNumbers: ReadonlySet<number>
  readonly footnotes: FootnoteNumbers
}

export const ReferencesContext = createContext<References>({ annexNumbers: new Set(), footnotes: new Map() })

function NoteLink({ number, text }: { number: number; text: string }) {
  const { t } = useTranslation('report')
  const follow = (event: MouseEvent): void => {
    event.preventDefault()
    jumpTo(noteId(number))
  }
  return (
    <a href={`#${noteId(number)}`} aria-label={t('preview.note', { number })} onClick={follow}>
      {text}
    </a>
  )
}

function RunWords({ run }: { run: Run }) {
  const { annexNumbers, footnotes } = useContext(ReferencesContext)
  const words =
    run.noteLink !== undefined && annexNumbers.has(run.noteLink) ? (
      <NoteLink number={run.noteLink} text={run.text} />
    ) : (
      run.text
    )
  const looked = run.bold ? <b>{words}</b> : run.italic ? <i>{words}</i> : words
  const number = footnotes.get(run)
  return (
    <>
      {run.lang || run.dir || run.warn ? (
        <bdi lang={run.lang} dir={run.dir} className={run.warn && 'warn'}>
          {looked}
        </bdi>
      ) : (
        looked
      )}
      {number !== undefined && <sup>{number}</sup>}
    </>
  )
}

/** A line of words as Word will print them. */
export const Words = ({ runs }: { runs: Runs }) =>
  inPlace(runs).map(({ thing: run, at }) => <RunWords key={at} run={run} />)

const lengthOf = (some: Runs): number => some.reduce((sum, { text }) => sum + text.length, 0)

/** The direction of a paragraph: from right to left when most of its letters are. */
export function directionOf(runs: Runs): 'rtl' | 'ltr' {
  return lengthOf(runs.filter(({ dir }) => dir === 'rtl')) * 2 > lengthOf(runs) ? 'rtl' : 'ltr'
}
