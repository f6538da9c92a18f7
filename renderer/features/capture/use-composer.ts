import { type ChangeEvent, type RefObject, useRef } from 'react'
import type { Theme } from '#shared/model/record.ts'
import { changeLine, moveCaret, openPicker, setLine, useCapture } from './capture-store.ts'
import { themeOfWords } from './commit.ts'
import { type FieldKey, isPlain, optionAt, stepFrom, undoes } from './field-keys.ts'
import { typeOver } from './field-text.ts'
import { addTheme, chooseKind } from './line.ts'
import { CREATE, type Option } from './suggest.ts'
import type { ComposerLists } from './use-grammar.ts'
import { type Suggesting, useSuggestions } from './use-suggestions.ts'
import { useTokens } from './use-tokens.ts'

export interface ComposerActions {
  readonly commit: () => void
  readonly editLast: () => void
  readonly escape: () => void
}

/** Puts what was picked on the line. */
function placeOption({ id, label }: Option, asks: Suggesting['asks'], themes: readonly Theme[]): void {
  if (asks === 'kind') changeLine((line) => chooseKind(line, id))
  else if (asks !== 'theme') setLine({ [asks]: id })
  else if (id === CREATE) changeLine((line) => addTheme(line, themeOfWords(label, line, themes)))
  else changeLine((line) => addTheme(line, { id, label, isNew: false }))
}

/** What keys do in the field when no list takes them. */
function useFieldKeys(actions: ComposerActions, giveBack: (field: HTMLTextAreaElement) => boolean) {
  /** Whether the field has typing of its own to undo. */
  const wasTyped = useRef(false)
  const commit = () => {
    wasTyped.current = false
    actions.commit()
  }
  /** The last note comes back, unless the field was emptied by hand: it then gives its words back by itself. */
  const undoInEmptyField = (event: FieldKey): boolean => {
    event.stopPropagation()
    if (wasTyped.current) return false
    actions.editLast()
    return true
  }
  const press = (event: FieldKey): boolean => {
    const element = event.currentTarget
    if (event.key === 'Enter' && isPlain(event)) commit()
    else if (event.key === 'ArrowUp' && element.value === '' && isPlain(event)) actions.editLast()
    else if (event.key === 'Escape') actions.escape()
    else if (undoes(event) && element.value === '') return undoInEmptyField(event)
    else return event.key === 'Backspace' && giveBack(element)
    return true
  }
  return { press, commit, typed: () => void (wasTyped.current = true) }
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
  const inField = useFieldKeys(actions, giveBack)

  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const element = event.currentTarget
    inField.typed()
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
    const step = stepFrom(active, event, suggesting.options.length)
    const option = optionAt(event, suggesting, active)
    if (step !== null) moveTo(step)
    else if (option !== undefined) {
      pick(option)
      // A letter with Shift finishes the note as well: nothing more has to be pressed.
      if (event.shiftKey) inField.commit()
    } else if (event.key === 'Escape') {
      openPicker(null)
      dismiss()
    } else return false
    return true
  }

  const onKeyDown = (event: FieldKey) => {
    if (!event.nativeEvent.isComposing && (inList(event) || inField.press(event))) event.preventDefault()
  }
  const onSelect = () => moveCaret(field.current?.selectionStart ?? 0)
  return { suggesting, active, pick, onChange, onKeyDown, onSelect }
}
