import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AnyFailure } from '../../state/edits.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'

const isAbout = (about: unknown): about is Readonly<Record<string, unknown>> =>
  typeof about === 'object' && about !== null

/** Which of the words of a reason fits: what the file is, which limit, or that a line is known. */
const contextOf = ({ found, what, line }: Readonly<Record<string, unknown>>): string =>
  typeof found === 'string' ? found : typeof what === 'string' ? what : line === undefined ? '' : 'line'

const wordsIn = (failure: AnyFailure, field: string): string => {
  const value = failure[field]
  return typeof value === 'string' ? value : ''
}

/** Why a table, or the choice of its columns, was refused. */
export function TableFailure({ failure }: { failure: AnyFailure }) {
  const { t, i18n } = useTranslation('import')
  const reason = wordsIn(failure, 'reason')
  if (!i18n.exists(`import:failure.${reason}.what`)) return <FailureNotice failure={failure} />
  const about = isAbout(failure['about']) ? failure['about'] : {}
  const values = { ...about, file: wordsIn(failure, 'file') }
  // The words of each reason ask for values of their own; the contract says that `about` holds them.
  const say = t as unknown as (key: string, values: object) => string
  const part = (name: 'safe' | 'what' | 'do') =>
    say(`failure.${reason}.${name}`, { ...values, context: contextOf(about) })
  return (
    <div className="failure-notice" role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <p>
        <b>{part('safe')}</b> <bdi>{part('what')}</bdi> <span>{part('do')}</span>
      </p>
    </div>
  )
}
