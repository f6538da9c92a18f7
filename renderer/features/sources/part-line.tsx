import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#shared/programme/sources/find-words.ts'
import type { SourceKind, SourcePart } from '#shared/programme/sources/source.ts'
import { timeWords } from './source-words.ts'

export interface PartLineProps {
  part: SourcePart
  kind: SourceKind
  /** When it was said, in milliseconds since midnight; null when nobody knows. */
  onClock: number | null
  /** Words that were looked for, in its text. */
  found?: readonly Place[] | undefined
}

const Marked = ({ text, found }: { text: string; found: readonly Place[] }) => (
  <>
    {found.map(([from, to], index) => (
      <Fragment key={from}>
        {text.slice(found[index - 1]?.[1] ?? 0, from)}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    ))}
    {text.slice(found.at(-1)?.[1] ?? 0)}
  </>
)

/** What stands beside a name: to whom, in answer to what, for how long. */
function Aside({ part, kind, onClock }: PartLineProps) {
  const { t } = useTranslation('sources')
  const { about, minutes, end, at } = part
  if (kind === 'attendance') {
    const until = end === null || at === null ? '' : timeWords(onClock === null ? null : onClock + end - at, end)
    return (
      <>
        {until !== '' && <small>{t('until', { time: until })}</small>}
        {minutes !== undefined && <small>{t('minutes', { count: minutes })}</small>}
      </>
    )
  }
  if (about === '') return null
  return (
    <small>
      <bdi>{kind === 'chat' ? t('to', { who: about }) : t('answers', { question: about })}</bdi>
    </small>
  )
}

/** One part of a source: when, who, what. */
export function PartLine(props: PartLineProps) {
  const { part, onClock, found = [] } = props
  return (
    <>
      <time className="figures">{part.at === null ? '' : timeWords(onClock, part.at)}</time>
      <div>
        <p className="source-who">
          {part.who !== '' && (
            <b>
              <bdi>{part.who}</bdi>
            </b>
          )}
          <Aside {...props} />
        </p>
        {part.text !== '' && (
          <p className="source-text" dir="auto">
            <Marked text={part.text} found={found} />
          </p>
        )}
      </div>
    </>
  )
}
