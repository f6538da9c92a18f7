import type { MenuItemConstructorOptions as Item } from 'electron'
import type { MenuCommand } from '#shared/contract/menu-command.ts'
import type { Translate } from '#shared/i18n/translator.ts'

type Choose = (command: MenuCommand) => void
type Make = (command: MenuCommand, label: string, accelerator?: string) => Item

const LINE: Item = { type: 'separator' }

/**
 * The native menu as data. No accelerator uses `?`, `+` or `/`, whose keys move with the keyboard, nor Ctrl+Alt, which
 * is AltGr to those who need it to type.
 */
export function menuTemplate(t: Translate, choose: Choose, platform: NodeJS.Platform): Item[] {
  const make: Make = (command, label, accelerator) => ({
    id: command,
    label,
    click: () => choose(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [programMenu(t, make)] : []),
    fileMenu(t, make, isMac),
    editMenu(t, make),
    viewMenu(t, make),
    helpMenu(t, make),
  ]
}

const programMenu = (t: Translate, make: Make): Item => ({
  label: 'Rapporteur',
  submenu: [
    { role: 'about', label: t('menu:help.about') },
    LINE,
    make('settings.open', t('menu:file.settings'), 'CmdOrCtrl+,'),
    LINE,
    { role: 'hide', label: t('menu:program.hide') },
    { role: 'hideOthers', label: t('menu:program.hideOthers') },
    { role: 'unhide', label: t('menu:program.showAll') },
    LINE,
    { role: 'quit', label: t('menu:file.quit') },
  ],
})

const fileMenu = (t: Translate, make: Make, isMac: boolean): Item => ({
  label: t('menu:file.title'),
  submenu: [
    make('session.new', t('menu:file.newSession'), 'CmdOrCtrl+N'),
    make('session.close', t('menu:file.closeSession'), 'CmdOrCtrl+Shift+L'),
    LINE,
    make('bundle.receive', t('menu:file.receive'), 'CmdOrCtrl+O'),
    make('bundle.send', t('menu:file.send')),
    make('notes.import', t('menu:file.importNotes')),
    make('form.write', t('menu:file.writeForm')),
    LINE,
    make('report.write', t('menu:file.writeReport'), 'CmdOrCtrl+Shift+E'),
    make('save.confirm', t('menu:file.save'), 'CmdOrCtrl+S'),
    LINE,
    make('versions.open', t('menu:file.versions')),
    make('versions.mark', t('menu:file.markState')),
    LINE,
    make('backup.make', t('menu:file.backup')),
    make('backup.restore', t('menu:file.restore')),
    make('register.open', t('menu:file.register')),
    make('person.remove', t('menu:file.removePerson')),
    make('protection.open', t('menu:file.protect')),
    ...(isMac ? [] : closingItems(t, make)),
  ],
})

const closingItems = (t: Translate, make: Make): Item[] => [
  LINE,
  make('settings.open', t('menu:file.settings'), 'CmdOrCtrl+,'),
  LINE,
  { role: 'quit', label: t('menu:file.quit') },
]

const editMenu = (t: Translate, make: Make): Item => ({
  label: t('menu:edit.title'),
  submenu: [
    { role: 'undo', label: t('menu:edit.undo') },
    { role: 'redo', label: t('menu:edit.redo') },
    LINE,
    { role: 'cut', label: t('menu:edit.cut') },
    { role: 'copy', label: t('menu:edit.copy') },
    { role: 'paste', label: t('menu:edit.paste') },
    // Its usual accelerator has Alt in it on some systems.
    { role: 'pasteAndMatchStyle', label: t('menu:edit.pastePlain'), accelerator: 'CmdOrCtrl+Shift+V' },
    { role: 'selectAll', label: t('menu:edit.selectAll') },
    LINE,
    make('find.open', t('menu:edit.find'), 'CmdOrCtrl+F'),
  ],
})

const viewMenu = (t: Translate, make: Make): Item => ({
  label: t('menu:view.title'),
  submenu: [
    make('go.setup', t('menu:view.setup')),
    make('go.capture', t('menu:view.capture')),
    make('go.review', t('menu:view.review')),
    make('go.merge', t('menu:view.merge')),
    make('go.report', t('menu:view.report')),
    make('go.dashboard', t('menu:view.dashboard')),
    LINE,
    // `=` and the number pad: the usual `Plus` moves with the keyboard.
    { role: 'zoomIn', label: t('menu:view.zoomIn'), accelerator: 'CmdOrCtrl+=' },
    { role: 'zoomIn', label: t('menu:view.zoomIn'), accelerator: 'CmdOrCtrl+numadd', visible: false },
    { role: 'zoomOut', label: t('menu:view.zoomOut') },
    { role: 'resetZoom', label: t('menu:view.zoomReset') },
    { role: 'togglefullscreen', label: t('menu:view.fullScreen') },
  ],
})

const helpMenu = (t: Translate, make: Make): Item => ({
  role: 'help',
  label: t('menu:help.title'),
  submenu: [
    make('help.open', t('menu:help.open'), 'F1'),
    make('help.keys', t('menu:help.keys'), 'Ctrl+F1'),
    LINE,
    make('help.verify', t('menu:help.verify')),
    make('help.diagnostic', t('menu:help.diagnostic')),
    LINE,
    { role: 'about', label: t('menu:help.about') },
  ],
})
