import { useEffect } from 'react'
import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/menu-command.ts'
import { ask } from '../state/intents.ts'
import { isAtRisk } from '../state/save-machine.ts'
import { useSave } from '../state/save.ts'
import { closeWorkspace, usePage } from '../state/workspace-store.ts'
import { retry } from '../state/writings.ts'
import type { DestinationId } from './navigation.ts'

/** Which screen carries out what a menu asks. */
const SCREEN_OF: Partial<Record<MenuCommand, DestinationId>> = {
  'session.new': 'capture',
  'session.close': 'closing',
  'bundle.receive': 'merge',
  'bundle.send': 'merge',
  'notes.import': 'merge',
  'report.write': 'report',
  'find.open': 'review',
  'go.capture': 'capture',
  'go.review': 'review',
  'go.merge': 'merge',
  'go.report': 'report',
  'go.dashboard': 'dashboard',
}

export interface MenuActions {
  readonly goTo: (destination: DestinationId) => void
  readonly openSettings: () => void
  readonly openKeys: () => void
  readonly confirmSaved: () => void
}

/** Carries out the native menu. */
export function useMenu({ goTo, openSettings, openKeys, confirmSaved }: MenuActions): void {
  useEffect(() => {
    const carryOut = (payload: unknown): void => {
      const command = MENU_COMMANDS.find((known) => known === payload)
      if (command === undefined) return
      if (command === 'settings.open') return openSettings()
      if (command === 'help.keys' || command === 'help.open') return openKeys()
      if (command === 'save.confirm') return confirmSaved()
      // Words that the disk lacks belong to this process: it is not left without them.
      if (command === 'go.setup') return isAtRisk(useSave.getState()) ? void retry() : closeWorkspace()
      const screen = SCREEN_OF[command]
      if (screen !== undefined && usePage.getState().workspace !== null) goTo(screen)
      ask(command)
    }
    return window.rapporteur.on('menu.chosen', carryOut)
  }, [goTo, openSettings, openKeys, confirmSaved])
}
