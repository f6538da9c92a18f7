import { useMemo, useState } from 'react'
import { asBegun } from '#shared/model/notes-of-session.ts'
import { members, type Axis, type Note, type Session, type Speaker, type Theme } from '#shared/model/record.ts'
import { slotsOf, type Slot } from '#shared/programme/slot-clock.ts'
import { dayOf } from '../../state/clock-time.ts'
import { sorter } from '../../state/sorted-lists.ts'
import { useRecords, useStanding } from '../../state/use-workspace.ts'
import { useCapture } from './capture-store.ts'

/** Axes in their order: the first nine answer to Control and a digit. */
export const useAxes = (): readonly Axis[] => useStanding('axis')

export const useThemes = (): readonly Theme[] => useStanding('theme')

/** The session that is shown: the chosen one while it exists, else today's, else the first of the process. */
export function useSession(): Session | undefined {
  const sessions = useRecords('session')
  const chosen = useCapture((state) => state.session)
  const [today] = useState(() => dayOf(Date.now()))
  return sessions.find(({ id }) => id === chosen) ?? sessions.find(({ f }) => f.date === today) ?? sessions[0]
}

const SLOTS = 9
const slotOf = ({ f }: Speaker): number => f.slot ?? SLOTS + 1

/** People of a session, those with a number first; the numbers never move by themselves. */
export function useSpeakers(session: string): readonly Speaker[] {
  const speakers = useRecords('speaker')
  return useMemo(
    () => speakers.filter(({ f }) => f.session === session).toSorted((a, b) => slotOf(a) - slotOf(b)),
    [speakers, session],
  )
}

const sortAsBegun = sorter<Note>(asBegun)

let last: { readonly all: readonly Note[]; readonly session: string; readonly notes: readonly Note[] } | null = null

/** Made once for all who ask at the same moment: one session is shown at a time. */
function notesOf(all: readonly Note[], session: string): readonly Note[] {
  if (last?.all !== all || last.session !== session)
    last = { all, session, notes: sortAsBegun(all.filter(({ f }) => f.session === session)) }
  return last.notes
}

/** Notes of a session in the order they were begun. */
export const useSessionNotes = (session: string): readonly Note[] => notesOf(useRecords('note'), session)

export function useSlots(session: string): readonly Slot[] {
  const slots = useRecords('slot')
  return useMemo(() => slotsOf(slots, session), [slots, session])
}

/** How many notes of a list bear each axis. */
export const countByAxis = (notes: readonly Note[]): ReadonlyMap<string | undefined, number> => {
  const counts = new Map<string | undefined, number>()
  for (const { f } of notes) counts.set(f.axis, (counts.get(f.axis) ?? 0) + 1)
  return counts
}

const FREQUENT = 8

/** The themes that most notes of the process bear, with how many. */
export function useFrequentThemes(): readonly (readonly [Theme, number])[] {
  const [notes, themes] = [useRecords('note'), useThemes()]
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const note of notes) for (const id of members(note, 'theme')) counts.set(id, (counts.get(id) ?? 0) + 1)
    return themes
      .map((theme) => [theme, counts.get(theme.id) ?? 0] as const)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, FREQUENT)
  }, [notes, themes])
}
