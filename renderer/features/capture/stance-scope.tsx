import { useTranslation } from 'react-i18next'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { ScopeIcon } from '../../ui/scope-mark.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useListWords } from '../../state/use-words.ts'
import { setLine, useCapture } from './capture-store.ts'
import { scopeOfLine, stanceOfLine } from './line.ts'
import { saidOf } from './said-line.ts'
import type { ComposerLists } from './use-grammar.ts'

/** The order of reading: what is shared, what is not, what waits. */
const SCOPES_SHOWN = SCOPES.toSorted((a, b) => Number(a === 'undecided') - Number(b === 'undecided'))

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

/** What the speaker thinks of it, and whether it is shared: two choices on one line under the field. */
export function StanceAndScope({ lists: named }: { lists: ComposerLists }) {
  const { t } = useTranslation(['capture', 'common'])
  const words = useListWords()
  const { lists } = useWorkspace()
  const line = saidOf(
    useCapture((state) => state.line),
    named,
  )
  const stances = STANCES.filter((stance) => lists['stances']?.includes(stance) ?? true)
  return (
    <div className="stance-scope">
      <Segmented
        label={t('stance.label')}
        labelled
        value={stanceOfLine(line) ?? 'none'}
        segments={(['none', ...stances] as const).map((value) => ({
          value,
          label: capitalised(words('stance', value)),
        }))}
        onChange={(value) => setLine({ stance: value === 'none' ? null : value })}
      />
      <Segmented
        label={t('scope.label')}
        labelled
        value={scopeOfLine(line)}
        segments={SCOPES_SHOWN.map((value) => ({
          value,
          label: t(`common:scope.${value}`),
          icon: <ScopeIcon scope={value} />,
        }))}
        onChange={(scope) => setLine({ scope, onlyScope: null })}
      />
    </div>
  )
}
