import { CHANGES_SHOWN, type BackPreview } from '#shared/contract/version-calls.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import type { Digest, RandomBytes } from '#shared/kit/ports.ts'
import { isKind, type AnyRecord, type Records } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfConsultation, levelOfNote } from '#shared/privacy/levels.ts'
import type { StoredImport } from '../store/store-state.ts'
import { countChanges, countNotes } from './count-changes.ts'
import type { PlannedBack } from './plan-back.ts'

/** What a planned return would do: it is done here, on a copy that nobody keeps. */
export function lookBack(
  { now, turned, turns, writings, former }: PlannedBack,
  consultation: string,
  { digest, random }: { readonly digest: Digest; readonly random: RandomBytes },
): BackPreview {
  const before = readRecords(now.fold)
  const author = { consultation, stream: '', by: '', digest, random, clock: () => 0 }
  const { operations } = writeBatch(turned.fold, writings, author, { counter: 0, reading: '' })
  for (const operation of operations) addOperation(turned.fold, operation)
  const after = readRecords(turned.fold)
  const changes = changesBetween(before, after)
  const namesOf = (type: 'withdraw' | 'restore'): readonly string[] =>
    turns.filter((turn) => turn.type === type).flatMap((turn) => filesOf(now.imports, turn.import))
  return {
    notes: { now: countNotes(before.values()), after: countNotes(after.values()) },
    kinds: countChanges(changes),
    changes: changes
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .slice(0, CHANGES_SHOWN)
      .map(([one, other]) => ({ before: one, after: other })),
    withdrawn: namesOf('withdraw'),
    restored: namesOf('restore'),
    stricter: stricterNotes(former, after),
    staying: [...after.values()].filter(({ id, kind }) => kind === 'note' && !former.has(id)).length,
  }
}

type Pair = readonly [before: AnyRecord | null, after: AnyRecord | null]

function changesBetween(before: Records, after: Records): readonly Pair[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids]
    .map((id): Pair => [before.get(id) ?? null, after.get(id) ?? null])
    .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
}

/** Notes before the rest, and voices, which nobody sees, last. */
const RANKS: Readonly<Record<string, number>> = { note: 0, synthesis: 1, theme: 2, session: 3, voice: 9 }
const rankOf = ([before, after]: Pair): number => RANKS[(after ?? before)?.kind ?? ''] ?? 5

const filesOf = (imports: readonly StoredImport[], id: string): readonly string[] =>
  imports.filter((one) => one.id === id).flatMap(({ files }) => files.map(({ name }) => name))

function stricterNotes(former: Records, after: Records): number {
  const [then, since] = [levelOfConsultation(former), levelOfConsultation(after)]
  let stricter = 0
  for (const note of after.values()) {
    const was = former.get(note.id)
    if (was === undefined || !isKind(note, 'note') || !isKind(was, 'note')) continue
    if (levelOfNote(after, note, since) > levelOfNote(former, was, then)) stricter += 1
  }
  return stricter
}
