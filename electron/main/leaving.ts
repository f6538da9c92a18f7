import { type BrowserWindow, dialog } from 'electron'
import { emit } from './ipc.ts'
import { words } from './words.ts'

/** In the order of the buttons, the harmless one first and for Escape. */
const CHOICES = ['stay', 'copy', 'leave'] as const

/** Asks before a window closes over words that the disk refused: the page holds it back only then. */
export function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const t = words()
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: t('menu:leaving.title'),
      detail: t('menu:leaving.text'),
      buttons: CHOICES.map((choice) => t(`menu:leaving.${choice}`)),
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (CHOICES[chosen] === 'copy') emit('copy.wanted')
    if (CHOICES[chosen] === 'leave') event.preventDefault()
  })
}
