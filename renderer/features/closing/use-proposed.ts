import { useMemo } from 'react'
import type { Note, Speaker, Theme } from '#shared/model/record.ts'
import { notesOfSession } from '#shared/model/notes-of-session.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { themesBorneBy } from '../review/theme-choices.ts'
import { useSpeakers, useThemes } from '../review/use-programme.ts'

const DIGITS = 9

/** People of the dock, each under their digit. */
export function useDock(session: string): readonly Speaker[] {
  const speakers = useSpeakers(session)
  return useMemo(
    () => speakers.filter(({ f }) => f.slot !== undefined).toSorted((a, b) => (a.f.slot ?? 0) - (b.f.slot ?? 0)),
    [speakers],
  )
}

/** Nine themes that a note may be about: those most borne in the session on its axis, then in the session, then any. */
export function useProposedThemes(session: string, { f: { axis } }: Note): readonly Theme[] {
  const { records } = useWorkspace()
  const themes = useThemes()
  return useMemo(() => {
    const notes = notesOfSession(records, session)
    const near = themesBorneBy(notes.filter(({ f }) => f.axis === axis))
    const order = [...near, ...themesBorneBy(notes), ...themes.map(({ id }) => id)]
    return [...new Set(order)].flatMap((id) => themes.find((theme) => theme.id === id) ?? []).slice(0, DIGITS)
  }, [records, session, axis, themes])
}
