import { SCOPES } from '#shared/model/kinds.ts'
import type { Conflict } from '#shared/merge/plan-merge.ts'
import type { Records } from '#shared/model/record.ts'
import type { Value } from '#shared/operation/operation.ts'
import { useValueWords } from '../../state/value-words.ts'
import { ScopeMark } from '../../ui/scope-mark.tsx'
import { ChangedText } from '../../ui/changed-text.tsx'
import { isWritten } from './conflict-cases.ts'

export interface ConflictValueProps {
  conflict: Conflict
  value: Value | undefined
  /** The version it is compared with, and the one that both come from. */
  other: Value | undefined
  base: Value | undefined
  records: Records
  lang: string | undefined
}

const textIn = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** One version of a value; of a text, what it changed is marked, word by word. */
export function ConflictValue({ conflict, value, other, base, records, lang }: ConflictValueProps) {
  const say = useValueWords(records)
  const scope = conflict.field === 'scope' ? SCOPES.find((one) => one === value) : undefined
  if (scope !== undefined) return <ScopeMark scope={scope} />
  if (!isWritten(conflict) || typeof value !== 'string') return <bdi>{say(conflict.kind, conflict.field, value)}</bdi>
  return <ChangedText text={value} other={textIn(other)} from={textIn(base)} lang={lang} />
}
