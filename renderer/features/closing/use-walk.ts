import { useMemo, useState } from 'react'
import { isKind, type Session } from '#shared/model/record.ts'
import { byDoubt, type DoubtfulNote } from '#shared/process/doubts.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import type { Asked } from './open-lines.ts'
import { beginWalk, carryOn, stepTo } from './walk.ts'

/** A second reading of a session, which follows its records as they change. */
export function useWalk({ id }: Session, asked: Asked) {
  const { records } = useWorkspace()
  const doubtful = useMemo(() => byDoubt(records, id, asked === 'all' ? null : asked), [records, id, asked])
  const open = useMemo(() => doubtful.map(({ note }) => note.id), [doubtful])
  const [typing, type] = useState(false)
  const [kept, keep] = useState(() => beginWalk(open))
  const walk = carryOn(kept, open, (note) => records.has(note), typing)
  if (walk !== kept) keep(walk)
  const note = walk.at === null ? undefined : records.get(walk.at)
  const reading: DoubtfulNote | null =
    note === undefined || !isKind(note, 'note')
      ? null
      : (doubtful.find((one) => one.note === note) ?? { note, doubts: [] })
  return {
    reading,
    /** Counted from 1. */
    place: walk.at === null ? 0 : walk.order.indexOf(walk.at) + 1,
    total: walk.order.length,
    left: open.length,
    step: (by: 1 | -1) => keep(stepTo(walk, by, open)),
    /** Says whether someone types in the note. */
    type,
  }
}
