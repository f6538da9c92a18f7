import { createHash } from 'node:crypto'
import type { Author } from '#shared/edit/author.ts'
import { derivedId } from '#shared/kit/id.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'

export const sha256: Digest = (text) => createHash('sha256').update(text).digest('base64url')

/** An id that is the same for the same words. */
export const idOf = (...words: readonly string[]): string => derivedId(sha256, ...words)

/** Bytes that look random and are the same for the same words. */
export function seededRandom(seed: string): RandomBytes {
  let block = 0
  return (count) => createHash('sha512').update(`${seed}\u001f${block++}`).digest().subarray(0, count)
}

/** A clock that advances by a second each time it is read. */
function tickingClock(startMs = Date.UTC(2026, 0, 5, 9)): Clock {
  let ms = startMs
  return () => (ms += 1000)
}

export const CONSULTATION = idOf('a consultation')

/** An installation whose ids, salts and times are the same at each run. */
export const anAuthor = (name: string, random: RandomBytes = seededRandom(name)): Author => ({
  consultation: CONSULTATION,
  stream: idOf('stream', name),
  by: idOf('actor', name),
  digest: sha256,
  random,
  clock: tickingClock(),
})
