import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Beat } from './kills-pulse.ts'

/** Lateness counts for as long as what it held up may still be under way. */
const LOOK_BACK_MS = 1_000

/**
 * A process that does nothing but write and sync a byte, again and again: what this computer, as busy as it is, makes
 * anybody wait who keeps a little. What the program promises within a time is judged beside it.
 */
export class Pulse {
  readonly #process: ChildProcess
  readonly #beats: Beat[] = []
  #latest = 0

  constructor(file: string) {
    this.#process = fork(join(import.meta.dirname, 'kills-pulse.js'), [file], { execPath: process.execPath })
    this.#process.on('message', (beat) => void this.#beats.push(beat as Beat))
  }

  /** Milliseconds by which the latest of the beats just before a moment was late. Asked a while after that moment. */
  lateBefore(moment: number): number {
    const before = this.#beats.filter(({ due, done }) => done >= moment - LOOK_BACK_MS && due <= moment)
    if (before.length === 0) throw new Error('No beat was heard')
    const late = Math.max(0, ...before.map(({ due, done }) => done - due))
    this.#latest = Math.max(this.#latest, late)
    return late
  }

  /** The most that was ever answered. */
  get latest(): number {
    return this.#latest
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.disconnect()
    await gone
  }
}
