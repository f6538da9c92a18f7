import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../../state/clock-time.ts'
import { useLanguage } from '../../state/use-words.ts'
import { type ConflictCase, keyOf, sideOf, versionsOf } from './conflict-cases.ts'
import type { Origins } from './use-origins.ts'

/** What the versions are called: ours and the file's, or only their numbers where this computer has several. */
export function useVersionNames({ fields }: ConflictCase): readonly string[] {
  const { t } = useTranslation('merge')
  const count = Math.max(...fields.map((field) => versionsOf(field).length))
  const isOurs = fields.every(({ ours }) => ours !== undefined)
  return Array.from({ length: count }, (_, index) => {
    if (!isOurs) return t('conflict.version', { number: index + 1 })
    if (index === 0) return t('conflict.here')
    return count === 2 ? t('conflict.file') : t('conflict.files', { number: index })
  })
}

/** When a version was written, and what brought it, as far as the first field that tells knows. */
function useDetail({ fields }: ConflictCase, origins: Origins): (index: number) => string {
  const { t } = useTranslation('settling')
  const language = useLanguage()
  return (index) => {
    for (const conflict of fields) {
      const side = sideOf(origins.get(keyOf(conflict)), versionsOf(conflict)[index])
      if (side === undefined) continue
      const from = side.isOurs ? '' : (side.file ?? t('origin.elsewhere'))
      return [from, side.at === null ? '' : dayAndTime(side.at, language)].filter(Boolean).join(', ')
    }
    return ''
  }
}

export interface VersionHeadsProps {
  conflict: ConflictCase
  names: readonly string[]
  origins: Origins
}

export function VersionHeads({ conflict, names, origins }: VersionHeadsProps) {
  const detailOf = useDetail(conflict, origins)
  return (
    <thead>
      <tr>
        {names.map((name, index) => (
          <th key={name} scope="col">
            {name}
            <small>
              <bdi>{detailOf(index)}</bdi>
            </small>
          </th>
        ))}
      </tr>
    </thead>
  )
}
