import { app } from 'electron'
import { commandLineOf } from './command-line.ts'
import { startDesktop } from './desktop.ts'

// Before anything else: the command line needs neither lock, nor page, nor window.
const asked = commandLineOf(process.argv, process.defaultApp)
if (asked === undefined) startDesktop()
else void import('../cli/main.ts').then(({ runCommandLine }) => runCommandLine(asked)).then((code) => app.exit(code))
