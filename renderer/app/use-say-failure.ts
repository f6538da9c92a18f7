import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '../state/edits.ts'
import { failureWords } from '../ui/failure-words.ts'
import { toast } from '../ui/toast.tsx'

/** Says a failure over whatever screen is shown: whether the work is safe, what happened, what to do. */
export function useSayFailure(): (failure: AnyFailure) => void {
  const { i18n } = useTranslation('failure')
  return (failure) => {
    const { safe, what, todo } = failureWords(i18n, failure)
    toast(`${safe} ${what} ${todo}`, { tone: 'danger' })
  }
}
