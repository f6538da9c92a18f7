import { changedPart } from './changed-part.ts'

export interface ChangedTextProps {
  text: string
  /** The version it is read beside; without one, nothing is marked. */
  other: string | undefined
  lang?: string | undefined
}

/** A text whose words that the other version does not have are marked. */
export function ChangedText({ text, other, lang }: ChangedTextProps) {
  const { before, changed, after } = changedPart(text, other ?? text)
  // Two texts that have nothing in common are read, not compared.
  const isMarked = changed.trim() !== '' && (before + after).trim() !== ''
  return (
    <p dir="auto" lang={lang}>
      {before}
      {isMarked ? <ins>{changed}</ins> : changed}
      {after}
    </p>
  )
}
