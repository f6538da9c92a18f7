import { useTranslation } from 'react-i18next'
import type { FileReport } from '#shared/contract/replies.ts'

/** What is said of a file that brings back something that was withdrawn; nothing of any other. */
export function useRevivedWords(): (file: FileReport) => readonly string[] {
  const { t } = useTranslation('consolidation')
  return ({ revived = 0 }) => (revived === 0 ? [] : [t('revived', { count: revived })])
}
