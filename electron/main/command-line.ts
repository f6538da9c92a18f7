const VERBS = new Set([
  'new',
  'import',
  'merge',
  'report',
  'inspect',
  'verify',
  'recover',
  'backup',
  'restore',
  'demo',
  '--help',
  '--version',
])

/**
 * What follows the program's name when its first word is one of the command line's, undefined otherwise. In
 * development the executable is Electron's and the first word is our folder.
 */
export function commandLineOf(argv: readonly string[], isDevelopment: boolean): readonly string[] | undefined {
  const words = argv.slice(isDevelopment ? 2 : 1)
  return VERBS.has(words[0] ?? '') ? words : undefined
}
