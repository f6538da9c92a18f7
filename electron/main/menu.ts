import { Menu } from 'electron'
import { emit } from './ipc.ts'
import { menuTemplate } from './menu-template.ts'
import { words } from './words.ts'

/** Shows the menu in the language of the moment; to be called again when that changes. */
export function showMenu(): void {
  const template = menuTemplate(words(), (command) => emit('menu.chosen', command), process.platform)
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
