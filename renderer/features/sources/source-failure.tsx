import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SourceUnreadable } from '#shared/contract/source-calls.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const isUnreadable = (failure: AnyFailure): failure is AnyFailure & SourceUnreadable =>
  failure.type === 'SourceUnreadable'

/** Which of the words of a reason fits: what the file is, which limit, or that a line is known. */
const contextOf = ({ found, what, line, part }: SourceUnreadable['about']): string =>
  String(found ?? what ?? (line === undefined ? (part === undefined ? '' : 'part') : 'line'))

/** Why a source was refused, in the words of its reason. */
export function SourceFailure({ failure }: { failure: AnyFailure }) {
  const { t, i18n } = useTranslation('sources')
  if (!isUnreadable(failure) || !i18n.exists(`sources:failure.${failure.reason}.what`))
    return <FailureNotice failure={failure} />
  const { reason, file, about } = failure
  // The words of each reason ask for values of their own; the contract says that `about` holds them.
  const say = t as unknown as (key: string, values: object) => string
  const part = (name: 'safe' | 'what' | 'do') =>
    say(`failure.${reason}.${name}`, { ...about, file, context: contextOf(about) })
  return (
    <div className="failure-notice" role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        <b>{part('safe')}</b> <bdi>{part('what')}</bdi> <span>{part('do')}</span>
      </p>
    </div>
  )
}
