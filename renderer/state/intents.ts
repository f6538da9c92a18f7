import { useEffect } from 'react'
import { create } from 'zustand'
import type { MenuCommand } from '#shared/contract/menu-command.ts'

/** What a menu asks, or a screen of another one. */
export type Intent = MenuCommand | 'backup.restore'

/** What was asked from a menu or from another screen, until the screen it concerns takes it. */
const useIntents = create<{ readonly waiting: Intent | null }>()(() => ({ waiting: null }))

export const ask = (waiting: Intent): void => useIntents.setState({ waiting })

/** Carries out what was asked, once, when this screen is there to do it. */
export function useIntent(command: Intent, carryOut: () => void): void {
  const isAsked = useIntents(({ waiting }) => waiting === command)
  useEffect(() => {
    if (!isAsked) return
    useIntents.setState({ waiting: null })
    carryOut()
  }, [isAsked, carryOut])
}
