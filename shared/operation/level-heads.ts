import type { FoldState, LevelWriting } from './fold-state.ts'

/**
 * The strictest level that stands. A writing replaces the stricter ones it names only with a consent that covers the
 * record, allows that level and is not withdrawn, and once a person of this installation has written or accepted it.
 * 0 when nothing stands: the record leaves the question to what contains it.
 */
export function strictestLevel(fold: FoldState, recordId: string): number {
  const levels = fold.records.get(recordId)?.levels ?? new Map<string, LevelWriting>()
  const replaced = new Set<string>()
  for (const [id, writing] of levels) {
    for (const former of writing.over) {
      const target = levels.get(former)
      if (target === undefined || writing.level >= target.level || mayLoosen(fold, recordId, id, writing)) {
        replaced.add(former)
      }
    }
  }
  return Math.max(0, ...[...levels].filter(([id]) => !replaced.has(id)).map(([, { level }]) => level))
}

function mayLoosen(fold: FoldState, recordId: string, id: string, { level, consent }: LevelWriting): boolean {
  if (consent === null || !fold.accepted.has(id)) return false
  const given = fold.records.get(consent)
  if (given === undefined || given.kind !== 'consent') return false
  const covered = given.fields.get(`cover:${recordId}`)?.heads
  if (covered === undefined || covered.size === 0) return false
  const holds = [...covered.values()].every(({ value }) => value === true)
  const withdrawn = [...(given.fields.get('withdrawn')?.heads.values() ?? [])].some(({ value }) => value === true)
  // A consent is never loosened in its turn: all its writings count, or one that covers itself would free itself.
  const allowed = Math.max(0, ...[...given.levels.values()].map((writing) => writing.level))
  return holds && !withdrawn && allowed > 0 && allowed <= level
}
