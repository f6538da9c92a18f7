import type { ImportPreview } from '#shared/contract/import-calls.ts'
import { COUNTED_KINDS, type CountedKind } from '#shared/merge/count-rows.ts'

export interface LookRow {
  readonly kind: CountedKind
  readonly away: number
  readonly changed: number
  readonly added: number
  readonly staying: number
}

const NONE = { away: 0, changed: 0, added: 0, staying: 0 }

/** What would become of records, kind by kind; those that have no line of their own are counted together. */
export function lookRows({ kinds, staying, withdrawn }: ImportPreview): readonly LookRow[] {
  const rows = new Map<CountedKind, LookRow>()
  for (const kind of new Set([...Object.keys(kinds), ...Object.keys(staying)])) {
    const line = COUNTED_KINDS.find((counted) => counted === kind) ?? 'other'
    const { away, changed, added, staying: stays } = rows.get(line) ?? NONE
    const more = kinds[kind] ?? NONE
    rows.set(line, {
      kind: line,
      away: away + more.away,
      changed: changed + more.changed,
      added: added + more.added,
      staying: stays + (withdrawn ? 0 : (staying[kind] ?? 0)),
    })
  }
  const inOrder = [...COUNTED_KINDS, 'other' as const].flatMap((kind) => rows.get(kind) ?? [])
  return inOrder.filter(({ away, changed, added, staying: stays }) => away + changed + added + stays > 0)
}
