import type { RegisterEntry } from '#shared/contract/backup-calls.ts'
import type { ImportEntry } from '#shared/contract/replies.ts'

/** What came in, or what went out. */
export type JournalEntry =
  { readonly type: 'received'; readonly entry: ImportEntry } | { readonly type: 'sent'; readonly entry: RegisterEntry }

export type JournalFilter = 'all' | JournalEntry['type']

/** Both registers in one, the last first. */
export function journalOf(
  imports: readonly ImportEntry[],
  sent: readonly RegisterEntry[],
  filter: JournalFilter,
): readonly JournalEntry[] {
  const all: readonly JournalEntry[] = [
    ...imports.map((entry) => ({ type: 'received' as const, entry })),
    ...sent.map((entry) => ({ type: 'sent' as const, entry })),
  ]
  return all.filter(({ type }) => filter === 'all' || type === filter).toSorted((a, b) => b.entry.at - a.entry.at)
}
