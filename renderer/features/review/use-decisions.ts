import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import { newId } from '../../state/new-id.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import type { BoardCard } from './board.ts'
import { useActs } from './use-acts.ts'

/** What a person decides of a theme. Nothing here is ever done by the program. */
export function useDecisions(axis: string) {
  const { t } = useTranslation('review')
  const [{ records }, language] = [useWorkspace(), useLanguage()]
  const { act } = useActs()

  const classify = ({ tag, themes, regions }: BoardCard, scope: 'trend' | 'specificity', region?: string) => {
    const label = labelOf(records.get(themes[0] ?? ''), language)
    const former = tag === null ? [] : regions.filter((id) => id !== region)
    const set = {
      scope,
      ...(tag === null ? { label, axis, ...Object.fromEntries(themes.map((id) => [`theme:${id}`, true])) } : {}),
      ...Object.fromEntries(former.map((id) => [`region:${id}`, null])),
      ...(region === undefined ? {} : { [`region:${region}`]: true }),
    }
    const said = t(`board.done.${scope}`, { label: tag?.f.label ?? label })
    return act({ type: 'record.save', kind: 'tag', record: tag?.id ?? newId(), set }, said)
  }
  const withdraw = ({ tag }: BoardCard) =>
    tag === null
      ? Promise.resolve(false)
      : act({ type: 'record.remove', kind: 'tag', record: tag.id }, t('board.done.withdrawn', { label: tag.f.label }))
  const describe = ({ tag }: BoardCard, label: string, reason: string) =>
    tag === null
      ? Promise.resolve(false)
      : act({ type: 'record.save', kind: 'tag', record: tag.id, set: { label, reason: reason === '' ? null : reason } })

  return { classify, withdraw, describe }
}
export type Decisions = ReturnType<typeof useDecisions>
