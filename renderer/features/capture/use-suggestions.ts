import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Axis, Speaker, Theme } from '#shared/model/record.ts'
import { type SomeoneWords, useSomeone } from '../../state/someone.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useCapture } from './capture-store.ts'
import { shortLabel } from './labels.ts'
import { type Option, suggest, suggestThemes } from './suggest.ts'
import { tokenAtCaret, type TokenAtCaret } from './token-at-caret.ts'

export interface Suggesting {
  readonly asks: 'theme' | 'speaker' | 'kind' | 'axis'
  /** The word at the caret that the list completes; `null` for a list opened by hand. */
  readonly token: TokenAtCaret | null
  readonly options: readonly Option[]
}

const speakerOptions = (wordsOf: (speaker: Speaker) => SomeoneWords, speakers: readonly Speaker[]): readonly Option[] =>
  speakers.map((speaker) => {
    const [label, ...details] = wordsOf(speaker)
    return { id: speaker.id, label, detail: details.join(', ') }
  })

interface Lists {
  readonly axes: readonly Axis[]
  readonly themes: readonly Theme[]
  readonly speakers: readonly Speaker[]
}

/** Makes the options of whatever is asked for, by hand or by the word at the caret. */
function useOptions({ axes, themes, speakers }: Lists) {
  const { t } = useTranslation('capture')
  const [language, words] = [useLanguage(), useListWords()]
  const { lists } = useWorkspace()
  const someone = useSomeone()
  const letter = (kind: string) => t(`kindLetter.${kind}` as 'kindLetter.quote')
  return {
    kind: () => (lists['noteKinds'] ?? []).map((id) => ({ id, label: words('noteKind', id), letter: letter(id) })),
    axis: (word: string) => {
      const nine = axes
        .slice(0, 9)
        .map((axis, at) => ({ id: axis.id, label: shortLabel(axis, language), letter: `${at + 1}` }))
      return word === '' ? nine : suggest(nine, word)
    },
    speaker: (word: string) => suggest(speakerOptions(someone, speakers), word),
    theme: (word: string) =>
      suggestThemes(
        themes.map((theme) => ({ id: theme.id, label: labelOf(theme, language) })),
        word,
      ),
  }
}

/** The list that stands over the field, if any, and which of its options is active. */
export function useSuggestions(lists: Lists, caret: number) {
  const picker = useCapture((state) => state.picker)
  const text = useCapture((state) => state.line.text)
  const options = useOptions(lists)
  const [dismissed, dismiss] = useState<string | null>(null)
  const [moved, move] = useState<{ readonly of: string; readonly to: number } | null>(null)
  const token = tokenAtCaret(text, caret)
  const key = picker ?? (token === null ? '' : `${token.asks} ${token.start} ${token.word}`)
  const asked = picker ?? (token === null || dismissed === `${token.start}` ? null : token.asks)
  const suggesting = ((): Suggesting | null => {
    if (asked === null) return null
    const found = options[asked](picker === null ? (token?.word ?? '') : '')
    return found.length === 0 ? null : { asks: asked, token: picker === null ? token : null, options: found }
  })()
  // A list that a word called for is not there for the keys until the person goes into it.
  const usual = picker === null ? -1 : 0
  return {
    suggesting,
    active: moved?.of === key ? moved.to : usual,
    moveTo: (to: number) => move({ of: key, to }),
    /** Until another word asks. */
    dismiss: () => dismiss(token === null ? null : `${token.start}`),
  }
}
