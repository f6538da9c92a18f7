import type { Language } from '#shared/i18n/languages.ts'
import { createContext, useContext } from 'react'
import type { Saving } from '../ui/save-state.tsx'
import type { DestinationId, Role } from './navigation.ts'

/** What the frame shows around every screen, and what it lets a person change. */
export interface ShellModel {
  role: Role
  language: Language
  /** What is open; null on the very first screen. */
  process: { title: string; sample: boolean } | null
  /** One line about where one is: « Séance mondiale 4 · 128 notes · 23 à qualifier ». */
  status: string
  /** What waits behind a destination, with the words that say it. */
  badges: Partial<Record<DestinationId, { count: number; label: string }>>
  saving: Saving
  /** 1 is a hundred percent. */
  zoom: number
  current: DestinationId
  goTo: (destination: DestinationId) => void
  changeLanguage: (language: Language) => void
}

const ShellContext = createContext<ShellModel | null>(null)

export const ShellProvider = ShellContext.Provider

export function useShell(): ShellModel {
  const shell = useContext(ShellContext)
  if (!shell) throw new Error('No shell around this component')
  return shell
}
