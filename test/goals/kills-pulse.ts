// Writes a byte of a file and syncs it, every 25 ms, and tells who started it when each was due and done: kills-pulse.js FILE.
import { writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const EVERY_MS = 25

/** When a beat was to end, and when it did, by the clock of this computer. */
export interface Beat {
  readonly due: number
  readonly done: number
}

const file = await open(process.argv[2] ?? '', 'w')
for (;;) {
  const due = Date.now() + EVERY_MS
  await wait(EVERY_MS)
  await file.write('.', 0)
  await file.datasync()
  writeSync(1, `${JSON.stringify({ due, done: Date.now() } satisfies Beat)}\n`)
}
