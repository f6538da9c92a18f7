import { useTranslation } from 'react-i18next'
import type { Axis, Speaker, Theme } from '#shared/model/record.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import type { Programme } from './commit.ts'
import { prefixesOf } from './grammar.ts'
import { shortLabel, wordsOf } from './labels.ts'
import { useAxes, useSpeakers, useThemes } from './use-programme.ts'

/** Everything that the field can name in a session. */
export interface ComposerLists extends Programme {
  readonly axes: readonly Axis[]
  readonly speakers: readonly Speaker[]
  readonly themes: readonly Theme[]
}

/** The axes, people and themes of a session, with the signs that stand for them in the language of the page. */
export function useComposerLists(session: string): ComposerLists {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  const { records, lists } = useWorkspace()
  const [axes, speakers, themes] = [useAxes(), useSpeakers(session), useThemes()]
  const grammar = {
    prefixes: prefixesOf(lists['noteKinds'] ?? [], (kind) => t(`kindLetter.${kind}` as 'kindLetter.quote')),
    axes: axes.map((axis) => shortLabel(axis, language)),
    speakers: speakers.map((speaker) => wordsOf(records, speaker)[0] ?? ''),
  }
  return { axes, speakers, themes, grammar }
}
