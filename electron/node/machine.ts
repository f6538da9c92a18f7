import { hash, randomBytes as bytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { Self } from './store/lock.ts'

/** The clock, randomness and digest of this machine, for every host. */
export const clock: Clock = () => Date.now()
export const randomBytes: RandomBytes = (count) => (count > POOL_BYTES ? new Uint8Array(bytes(count)) : fromPool(count))
export const digest: Digest = (text) => hash('sha256', text, 'base64url')

/** The system is asked for many at a time: a note needs eight ids and salts, and each asking takes 10 µs. */
const POOL_BYTES = 4_096
let pool = new Uint8Array()
let given = 0

/** Bytes that were never given before. */
function fromPool(count: number): Uint8Array {
  if (given + count > pool.length) {
    pool = new Uint8Array(bytes(POOL_BYTES))
    given = 0
  }
  given += count
  return pool.slice(given - count, given)
}

/** This running program. */
export const self: Self = { host: hostname(), pid: process.pid, startOf }

/** On Linux, since when it runs and since which start of the machine; elsewhere only that it runs. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return isRunning(pid) ? 'running' : null
  try {
    // The 22nd field; the second one is the name, which may hold anything, up to its closing bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return `${fields[19] ?? ''} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
