// Writes a byte of a file and syncs it, every 25 ms, and tells who started it when each was due and done: kills-pulse.js FILE.
import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const EVERY_MS = 25

/** When a beat was to end, and when it did, by the clock of this computer. */
export interface Beat {
  readonly due: number
  readonly done: number
}

process.once('disconnect', () => process.exit(0))
const file = await open(process.argv[2] ?? '', 'w')
for (;;) {
  const due = Date.now() + EVERY_MS
  await wait(EVERY_MS)
  await file.write('.', 0)
  await file.datasync()
  process.send?.({ due, done: Date.now() } satisfies Beat)
}
