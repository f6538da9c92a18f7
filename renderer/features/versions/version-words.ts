import { useTranslation } from 'react-i18next'
import type { KindChanges, Since, Version } from '#shared/contract/version-calls.ts'
import { formatList } from '#shared/i18n/format.ts'
import { LOCALES } from '#shared/i18n/languages.ts'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'

/** Day of a moment where the person is: « samedi 21 novembre 2026 ». */
export function useDayWords(): (ms: number) => string {
  const language = useLanguage()
  return (ms) => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full' }).format(ms)
}

/** Why a state was kept, in plain words. */
export function useReasonWords(): (version: Version) => string {
  const { t, i18n } = useTranslation('versions')
  const language = useLanguage()
  return ({ reason, label, size }) => {
    if (reason === 'named') return t('reason.named', { label })
    if (reason === 'back') return t('reason.back', { when: dayAndTime(Number(label), language) })
    if (reason === 'merge') {
      if (label === 'import.withdraw' || label === 'import.restore') return t(`reason.${label}`)
      return t('reason.merge', { count: Math.max(1, size) })
    }
    if (reason !== 'bulk') return t(`reason.${reason}`)
    const command = label.startsWith('undo ') ? 'undo' : label
    const key = i18n.exists(`versions:bulk.${command}_other`) ? command : 'other'
    return t(`bulk.${key}` as 'bulk.other', { count: size })
  }
}

/** Kinds that nobody sees. */
const HIDDEN = new Set(['voice'])
const NONE: KindChanges = { added: 0, changed: 0, away: 0 }

/** « 12 notes ajoutées, 3 modifiées et 2 autres fiches ». */
export function useCountWords(): (kinds: Since['kinds']) => string {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  return (kinds) => {
    const notes = kinds['note'] ?? NONE
    const others = Object.entries(kinds)
      .filter(([kind]) => kind !== 'note' && !HIDDEN.has(kind))
      .reduce((sum, [, { added, changed, away }]) => sum + added + changed + away, 0)
    const counted = (['added', 'changed', 'away'] as const).filter((what) => notes[what] > 0)
    const words = counted.map((what) => t(`count.${what}`, { count: notes[what] }))
    return formatList(others > 0 ? [...words, t('count.others', { count: others })] : words, language)
  }
}
