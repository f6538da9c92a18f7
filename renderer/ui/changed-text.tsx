import { wordDiff } from './word-diff.ts'

export interface ChangedTextProps {
  text: string
  /** The version it is read beside; without one, nothing is marked. */
  other: string | undefined
  /** The version both come from: what it says no more is then shown struck. */
  from?: string | undefined
  lang?: string | undefined
}

/** A text whose words that the other version does not have are marked. */
export function ChangedText({ text, other, from, lang }: ChangedTextProps) {
  const runs = wordDiff(from ?? other ?? text, text)
  // Two texts that have nothing in common are read, not compared.
  const isMarked = runs.some(({ is, text: words }) => is === 'same' && words.trim() !== '')
  return (
    <p dir="auto" lang={lang}>
      {!isMarked
        ? text
        : runs.map(({ is, text: words }, index) => {
            const key = `${index} ${is}`
            if (is === 'added') return <ins key={key}>{words}</ins>
            if (is === 'removed') return from === undefined ? null : <del key={key}>{words}</del>
            return <span key={key}>{words}</span>
          })}
    </p>
  )
}
