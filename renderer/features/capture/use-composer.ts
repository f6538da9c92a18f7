import type { ChangeEvent, KeyboardEvent, RefObject } from 'react'
import type { Axis, Speaker, Theme } from '#shared/model/record.ts'
import { changeLine, moveCaret, openPicker, setLine, useCapture } from './capture-store.ts'
import { themeOfWords } from './commit.ts'
import { typeOver } from './field-text.ts'
import { addTheme } from './line.ts'
import { CREATE, type Option } from './suggest.ts'
import { type Suggesting, useSuggestions } from './use-suggestions.ts'
import { useTokens } from './use-tokens.ts'

export interface ComposerLists {
  readonly axes: readonly Axis[]
  readonly themes: readonly Theme[]
  readonly speakers: readonly Speaker[]
}

export interface ComposerActions {
  readonly commit: () => void
  readonly editLast: () => void
  readonly escape: () => void
}

type FieldKey = KeyboardEvent<HTMLTextAreaElement>

const isPlain = (event: FieldKey) => !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey

/** The option that a key takes from an open list: by its letter, or the active one. */
function optionAt(event: FieldKey, { options, token }: Suggesting, active: number): Option | undefined {
  if (!isPlain(event)) return undefined
  if (event.key === 'Tab') return options[Math.max(active, 0)]
  if (event.key === 'Enter') return options[active]
  return token === null ? options.find(({ letter }) => letter === event.key.toLowerCase()) : undefined
}

function stepFrom(active: number, key: string, count: number): number | null {
  if (key === 'ArrowDown') return (active + 1) % count
  return key === 'ArrowUp' ? (Math.max(active, 0) + count - 1) % count : null
}

/** Puts what was picked on the line. */
function placeOption({ id, label }: Option, asks: Suggesting['asks'], themes: readonly Theme[]): void {
  if (asks !== 'theme') setLine({ [asks]: id })
  else if (id === CREATE) changeLine((line) => addTheme(line, themeOfWords(label, line, themes)))
  else changeLine((line) => addTheme(line, { id, label, isNew: false }))
}

/** What the field does with each key and each word; the line itself is in the store. */
export function useComposer(
  field: RefObject<HTMLTextAreaElement | null>,
  lists: ComposerLists,
  actions: ComposerActions,
) {
  const caret = useCapture((state) => state.caret)
  const { suggesting, active, moveTo, dismiss } = useSuggestions(lists, caret)
  const { take, giveBack } = useTokens(lists)

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const element = event.currentTarget
    if (!(event.nativeEvent as InputEvent).isComposing && take(element)) return
    const text = element.value
    changeLine((line) => ({ ...line, text, at: text.trim() === '' ? null : (line.at ?? Date.now()) }))
    moveCaret(element.selectionStart)
    openPicker(null)
  }

  const pick = (option: Option) => {
    const element = field.current
    if (element === null || suggesting === null) return
    const { asks, token } = suggesting
    placeOption(option, asks, lists.themes)
    openPicker(null)
    if (token !== null) typeOver(element, token.start, token.start + token.word.length + 1, '')
    element.focus()
  }

  const inList = (event: FieldKey): boolean => {
    if (suggesting === null) return false
    const step = stepFrom(active, event.key, suggesting.options.length)
    const option = optionAt(event, suggesting, active)
    if (step !== null) moveTo(step)
    else if (option !== undefined) pick(option)
    else if (event.key === 'Escape') {
      openPicker(null)
      dismiss()
    } else return false
    return true
  }

  const inField = (event: FieldKey): boolean => {
    const element = event.currentTarget
    if (event.key === 'Enter' && isPlain(event)) actions.commit()
    else if (event.key === 'ArrowUp' && element.value === '' && isPlain(event)) actions.editLast()
    else if (event.key === 'Escape') actions.escape()
    else return event.key === 'Backspace' && giveBack(element)
    return true
  }

  const onKeyDown = (event: FieldKey) => {
    if (!event.nativeEvent.isComposing && (inList(event) || inField(event))) event.preventDefault()
  }
  const onSelect = () => moveCaret(field.current?.selectionStart ?? 0)
  return { suggesting, active, pick, onChange, onKeyDown, onSelect }
}
