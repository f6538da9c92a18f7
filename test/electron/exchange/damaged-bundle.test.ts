import { describe, expect, it } from 'vitest'
import { packBundle } from '#node/exchange/make-bundle.ts'
import { bundleFrom } from '#node/exchange/read-bundle.ts'
import { CONSULTATION, sha256 } from '../../build/author.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

/** One note and one erasure: small enough for every byte. */
async function aSmallBundle(): Promise<Uint8Array> {
  const operations = aWorkspace().session('Publique', 1).note('Une digue').operations.slice(-4)
  const fold = foldOf(operations, [operations[0]?.id ?? ''])
  const place = { stream: 'series', seq: 1, prev: null }
  return (
    await packBundle(operations, fold, { kind: 'complete', audience: null, consultation: CONSULTATION, place }, sha256)
  ).bytes
}

describe('a bundle with one bit changed', () => {
  it('is refused, or holds the very same operations, erasures and manifest', async () => {
    const bytes = await aSmallBundle()
    const whole = await bundleFrom(bytes, sha256)
    const counts = { refused: 0, same: 0 }
    for (let at = 0; at < bytes.length; at += 1) {
      // Two bits of each byte here; R10 takes all of them, when there is time.
      for (const bit of [at % 8, (at + 3) % 8]) {
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        const read = await bundleFrom(bytes, sha256)
        if (read.ok) expect({ at, bit, read }).toEqual({ at, bit, read: whole })
        counts[read.ok ? 'same' : 'refused'] += 1
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      }
    }
    expect(counts.refused).toBeGreaterThan(counts.same)
  })

  it('is refused wherever it is cut', async () => {
    const bytes = await aSmallBundle()
    for (let length = 0; length < bytes.length; length += 1) {
      expect((await bundleFrom(bytes.subarray(0, length), sha256)).ok).toBe(false)
    }
  })
})
