import type { AnyRecord, Records } from './record.ts'

/** Digits of record ids: base64url (RFC 4648 § 5). */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const digitOf = (letter: string | undefined): number => DIGITS.indexOf(letter ?? 'A')

/**
 * The record that says whether two notes are of one intervention: the same whoever judges, wherever and in either order,
 * so that two people who agree write the same and two who do not stand side by side. Exclusive or of the two ids.
 */
export const pairId = (one: string, other: string): string =>
  Array.from(one, (letter, at) => DIGITS.charAt(digitOf(letter) ^ digitOf(other[at]))).join('')

/** Every note that a pair names: two, more when its own values are unsettled. */
export const pairedNotes = ({ f, conflicts }: AnyRecord): readonly string[] => {
  const values = [f['one'], f['other'], conflicts?.['one'] ?? [], conflicts?.['other'] ?? []].flat()
  return [...new Set(values.filter((value): value is string => typeof value === 'string'))]
}

/** What a person said of two notes; `null` when nobody did, or when people disagree. */
export function judgementOn(records: Records, one: string, other: string): 'same' | 'different' | null {
  const pair = records.get(pairId(one, other))
  const judgement = pair?.kind === 'pair' ? pair.f['judgement'] : undefined
  return judgement === 'same' || judgement === 'different' ? judgement : null
}
