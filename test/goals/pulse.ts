import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Beat } from './kills-pulse.ts'
import { startBeside } from './listen.ts'

/**
 * A process that does nothing but write and sync a byte, again and again: what this computer, as busy as it is, makes
 * anybody wait who keeps a little. What the program promises within a time is judged beside it.
 */
export class Pulse {
  readonly #process: ChildProcess
  readonly #beats: Beat[] = []
  /** The most that was ever answered. */
  latest = 0

  constructor(file: string) {
    this.#process = startBeside('kills-pulse', [file])
    const { stdout } = this.#process
    if (stdout === null) throw new Error('Nothing to listen to')
    createInterface({ input: stdout }).on('line', (line) => this.#beats.push(JSON.parse(line) as Beat))
  }

  /** Milliseconds by which the latest beat of those `within` ms before a moment was late. Asked a while after it. */
  lateBefore(moment: number, within: number): number {
    const before = this.#beats.filter(({ due, done }) => done >= moment - within && due <= moment)
    if (before.length === 0) throw new Error('No beat was heard')
    const late = Math.max(0, ...before.map(({ due, done }) => done - due))
    this.latest = Math.max(this.latest, late)
    return late
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    this.#process.kill()
    await gone
  }
}
