import { useRef } from 'react'
import { changeLine, setLine, useCapture } from './capture-store.ts'
import { type Programme, themeOfWords } from './commit.ts'
import { differenceOf, typeOver } from './field-text.ts'
import { addTheme, type Line } from './line.ts'
import { takeTokens } from './parse-line.ts'

/** A token that has just become a chip. */
interface Taken {
  readonly value: string
  readonly caret: number
  readonly typed: string
  readonly before: Pick<Line, 'themes' | 'axis'>
}

/** Turns `#theme` and `/3` into chips as they are typed. */
export function useTokens(programme: Programme) {
  const taken = useRef<Taken | null>(null)

  /** Whether a token of the field became a chip, and left the text. */
  const take = (field: HTMLTextAreaElement): boolean => {
    const { value } = field
    const { text, themes, axis } = takeTokens(value, programme.axes.length, false)
    if (themes.length === 0 && axis === null) return false
    const before = useCapture.getState().line
    changeLine((line) => ({
      ...themes.reduce((one, words) => addTheme(one, themeOfWords(words, one, programme.themes)), line),
      axis: axis === null ? line.axis : (programme.axes[axis - 1]?.id ?? line.axis),
    }))
    const { start, end, text: kept } = differenceOf(value, text)
    typeOver(field, start, end, kept)
    taken.current = {
      value: field.value,
      caret: field.selectionStart,
      typed: value.slice(start, end).trim(),
      before,
    }
    return true
  }

  /** Whether Backspace, at once, gave the last token back as it was typed. */
  const giveBack = (field: HTMLTextAreaElement): boolean => {
    const last = taken.current
    taken.current = null
    if (last === null || last.value !== field.value || last.caret !== field.selectionStart) return false
    setLine({ themes: last.before.themes, axis: last.before.axis })
    typeOver(field, last.caret, last.caret, last.typed)
    return true
  }

  return { take, giveBack }
}
