import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedIn } from '#shared/erasure/plan-erasure.ts'
import { Badge } from '../../ui/badge.tsx'

export const keyOfNamed = ({ record, field }: NamedIn): string => `${record} ${field}`

/** Characters shown before the first name and after the last one. */
const AROUND = 60

/** A text around the names in it, each marked. */
function Excerpt({ text, places }: Pick<NamedIn, 'text' | 'places'>) {
  const first = places[0]?.[0] ?? 0
  const last = places.at(-1)?.[1] ?? 0
  const start = Math.max(0, first - AROUND)
  const end = Math.min(text.length, last + AROUND)
  return (
    <bdi>
      {start > 0 && '… '}
      {places.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(index === 0 ? start : (places[index - 1]?.[1] ?? start), from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(last, end)}
      {end < text.length && ' …'}
    </bdi>
  )
}

interface NamedListProps {
  named: readonly NamedIn[]
  chosen: ReadonlySet<string>
  onFlip: (key: string) => void
}

/** Every text that names someone, to be looked at one by one. */
export function NamedList({ named, chosen, onFlip }: NamedListProps) {
  const { t, i18n } = useTranslation(['erasure', 'merge'])
  const kindOf = (kind: string): string =>
    i18n.exists(`merge:one.${kind}`) ? t(`merge:one.${kind}` as 'merge:one.note') : t('merge:one.other')
  return (
    <ul className="erasure-named">
      {named.map((one) => (
        <li key={keyOfNamed(one)}>
          <label className="choice">
            <input type="checkbox" checked={chosen.has(keyOfNamed(one))} onChange={() => onFlip(keyOfNamed(one))} />
            <span>
              <small className="quiet">{kindOf(one.kind)} </small>
              {!one.sure && <Badge tone="warn">{t('unsure')}</Badge>}
              <br />
              <Excerpt {...one} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
