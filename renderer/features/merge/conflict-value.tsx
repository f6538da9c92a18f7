import { SCOPES } from '#shared/model/kinds.ts'
import type { Records } from '#shared/model/record.ts'
import type { Value } from '#shared/operation/operation.ts'
import { useValueWords } from '../../state/value-words.ts'
import { ScopeMark } from '../../ui/scope-mark.tsx'
import { ChangedText } from '../../ui/changed-text.tsx'

export interface ConflictValueProps {
  kind: string
  field: string
  value: Value | undefined
  /** The version it is compared with. */
  other: Value | undefined
  records: Records
  lang: string | undefined
}

/** Texts that a person has written, and whose words are compared. */
const WRITTEN = new Set(['text', 'translation', 'scopeReason', 'reason', 'label', 'addressee', 'basis'])

/** One version of a value; of a text, the words that the other version does not have are marked. */
export function ConflictValue({ kind, field, value, other, records, lang }: ConflictValueProps) {
  const say = useValueWords(records)
  const scope = field === 'scope' ? SCOPES.find((one) => one === value) : undefined
  if (scope !== undefined) return <ScopeMark scope={scope} />
  if (!WRITTEN.has(field) || typeof value !== 'string' || typeof other !== 'string')
    return <bdi>{say(kind, field, value)}</bdi>
  return <ChangedText text={value} other={other} lang={lang} />
}
