import { createHash, randomBytes as bytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import type { Self } from './store/lock.ts'

/** The clock, randomness and digest of this machine, for every host. */
export const clock: Clock = () => Date.now()
export const randomBytes: RandomBytes = (count) => new Uint8Array(bytes(count))
export const digest: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('base64url')

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
