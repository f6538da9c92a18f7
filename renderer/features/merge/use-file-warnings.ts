import { useTranslation } from 'react-i18next'
import type { FileReport } from '#shared/contract/replies.ts'

/** Lines told one by one: beyond, their number says enough. */
const LINES_TOLD = 5

/** What is wrong with the lines of a file that were set aside, and what a person should know of the rest. */
export function useFileWarnings(): (file: FileReport) => readonly string[] {
  const { t } = useTranslation('failure')
  return ({ setAside, warnings = [] }) => [
    ...setAside.slice(0, LINES_TOLD).map(({ line, reason, why }) => {
      const said = t(`aside.${why ?? reason}` as 'aside.repeated')
      return t('aside.line', { line, why: said })
    }),
    ...warnings.map((warning) => {
      const { count, part } = { count: 1, part: '', ...warning }
      return t(`warning.${warning.type}` as 'warning.PassedOver', { count, part })
    }),
  ]
}
