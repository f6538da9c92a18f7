import { runCommandLine } from './main.ts'

// Whoever reads the output may stop doing so: what is done is done all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await runCommandLine(process.argv.slice(2))
