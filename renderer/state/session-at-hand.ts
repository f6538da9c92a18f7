import { useState } from 'react'
import * as z from 'zod'
import type { Session } from '#shared/model/record.ts'
import { dayOf } from './clock-time.ts'
import { placeOf } from './place.ts'
import { useRecords } from './use-workspace.ts'

const placeSchema = z.object({ session: z.string().nullable() })

/**
 * The session that is worked on: the one that notes were last taken in while it exists, else today's, else the first of
 * the process. As it was when the screen was opened.
 */
export function useSessionAtHand(): Session | undefined {
  const sessions = useRecords('session')
  const [shown] = useState(() => placeSchema.safeParse(placeOf('capture')).data?.session ?? null)
  const [today] = useState(() => dayOf(Date.now()))
  return sessions.find(({ id }) => id === shown) ?? sessions.find(({ f }) => f.date === today) ?? sessions[0]
}
