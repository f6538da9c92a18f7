import { useEffect } from 'react'
import { create } from 'zustand'
import type { MenuCommand } from '#shared/contract/menu-command.ts'

/** What was asked from a menu or from another screen, until the screen it concerns takes it. */
const useIntents = create<{ readonly waiting: MenuCommand | null }>()(() => ({ waiting: null }))

export const ask = (waiting: MenuCommand): void => useIntents.setState({ waiting })

/** Carries out what was asked, once, when this screen is there to do it. */
export function useIntent(command: MenuCommand, carryOut: () => void): void {
  const isAsked = useIntents(({ waiting }) => waiting === command)
  useEffect(() => {
    if (!isAsked) return
    useIntents.setState({ waiting: null })
    carryOut()
  }, [isAsked, carryOut])
}
