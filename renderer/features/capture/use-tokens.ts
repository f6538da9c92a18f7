import { useRef } from 'react'
import { changeLine, useCapture } from './capture-store.ts'
import { type Programme, themeOfWords } from './commit.ts'
import { differenceOf, typeOver } from './field-text.ts'
import { addTheme, giveFloor, type Line } from './line.ts'
import { hasTokens, takeTokens, type TakenTokens } from './line-tokens.ts'

/** A token that has just become a chip. */
interface Taken {
  readonly value: string
  readonly caret: number
  readonly typed: string
  readonly before: Line
}

/** A line with the tokens of its text put where chips would put them. */
function withTokens(line: Line, taken: TakenTokens, { axes, speakers, themes }: Programme): Line {
  const { id: axis } = axes[taken.axis ?? -1] ?? { id: line.axis }
  const speaker = speakers[taken.speaker ?? -1]
  const told = speaker === undefined ? line : giveFloor(line, speaker.id, Date.now())
  const placed = { ...told, axis, onlyScope: taken.scope ?? line.onlyScope }
  return taken.themes.reduce((one, words) => addTheme(one, themeOfWords(words, one, themes)), placed)
}

/** Turns tokens into chips as they are typed. */
export function useTokens(programme: Programme) {
  const taken = useRef<Taken | null>(null)

  /** Whether a token of the field became a chip, and left the text. */
  const take = (field: HTMLTextAreaElement): boolean => {
    const { value } = field
    const found = takeTokens(value, programme.grammar, false)
    if (!hasTokens(found)) return false
    const before = useCapture.getState().line
    changeLine((line) => withTokens(line, found, programme))
    const { start, end, text: kept } = differenceOf(value, found.text)
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
    const { themes, axis, speaker, speaksFor, size, heardAt, onlyScope } = last.before
    changeLine((line) => ({ ...line, themes, axis, speaker, speaksFor, size, heardAt, onlyScope }))
    typeOver(field, last.caret, last.caret, last.typed)
    return true
  }

  return { take, giveBack }
}
