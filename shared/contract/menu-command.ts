/** What a person can choose in the native menu and the page carries out: the payload of `menu.chosen`. */
export const MENU_COMMANDS = [
  'session.new',
  'bundle.receive',
  'bundle.send',
  'notes.import',
  'report.write',
  'backup.make',
  'backup.restore',
  'register.open',
  'save.confirm',
  'settings.open',
  'find.open',
  'go.setup',
  'go.capture',
  'go.review',
  'go.merge',
  'go.report',
  'go.dashboard',
  'help.open',
  'help.keys',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]
