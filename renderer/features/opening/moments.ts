import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { clockTime, dayOf } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'

/** « depuis 14:02 », « jusqu’au 20 novembre 2026 à 18:40 »: the day only when it is not today. */
export function useMoments(): (which: 'since' | 'until', ms: number) => string {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  return (which, ms) => {
    const time = clockTime(ms, language)
    const day = dayOf(ms)
    return day === dayOf(Date.now())
      ? t(`${which}.today`, { time })
      : t(`${which}.before`, { time, day: formatDay(day, language) })
  }
}
