import { useTranslation } from 'react-i18next'
import type { FileReport } from '#shared/contract/replies.ts'
import { SCOPE_PARTS, type ScopePart } from '#shared/exchange/scope.ts'
import { formatList } from '#shared/i18n/format.ts'
import { useLanguage } from '../../state/use-words.ts'

/** A newer program may narrow a file in ways that have no words here. */
const isPart = (part: string): part is ScopePart => (SCOPE_PARTS as readonly string[]).includes(part)

/** Lines told one by one: beyond, their number says enough. */
const LINES_TOLD = 5

/** What is wrong with the lines of a file that were set aside, and what a person should know of the rest. */
export function useFileWarnings(): (file: FileReport) => readonly string[] {
  const { t } = useTranslation(['failure', 'send'])
  const language = useLanguage()
  return ({ setAside, warnings = [], isNewer = false, scope = [] }) => [
    ...(isNewer ? [t('send:sender.newer')] : []),
    ...(scope.length > 0
      ? [
          t('send:sender.partial', {
            parts: formatList(
              scope.filter(isPart).map((part) => t(`send:sender.part.${part}`)),
              language,
            ),
          }),
        ]
      : []),
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
