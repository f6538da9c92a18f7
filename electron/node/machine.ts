import { createHash, randomBytes as bytes } from 'node:crypto'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'

/** The clock, randomness and digest of this machine, for every host. */
export const clock: Clock = () => Date.now()
export const randomBytes: RandomBytes = (count) => new Uint8Array(bytes(count))
export const digest: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('base64url')
