import { useTranslation } from 'react-i18next'
import type { Found } from '#shared/contract/opening.ts'
import { useMoments } from './moments.ts'

/** One thing that opening found, in a sentence or two. */
export function useFoundWords(): (found: Found) => string {
  const { t } = useTranslation('opening')
  const moment = useMoments()
  return (found) => {
    switch (found.type) {
      case 'NotClosed':
        // What a template brings has no moment.
        return found.lastWriting === null || found.lastWriting === 0
          ? t('found.NotClosed', { context: 'never' })
          : t('found.NotClosed', { until: moment('until', found.lastWriting) })
      case 'LockTakenOver':
        return t('found.LockTakenOver', { since: moment('since', found.since) })
      case 'Mended':
        return t('found.Mended', { count: found.files })
      case 'LastUnreadable':
        return t('found.LastUnreadable', { count: found.writings })
      case 'Lost':
        return t('found.Lost', { count: found.writings })
      case 'Migrated':
        return t('found.Migrated', { from: found.from, to: found.to })
      default:
        return t(`found.${found.type}`)
    }
  }
}
