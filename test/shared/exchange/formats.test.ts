import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeBundle } from '#shared/exchange/decode-bundle.ts'
import { BUNDLE_FORMAT } from '#shared/exchange/manifest.ts'
import { isKind } from '#shared/model/record.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { sha256 } from '../../build/author.ts'
import { foldOf } from '../../build/said.ts'

const FORMATS = new URL('../../fixtures/formats/', import.meta.url)
const versions = readdirSync(FORMATS).filter((name) => /^v\d+$/.test(name))
const read = (version: string, part: string): string => readFileSync(new URL(`${version}/${part}`, FORMATS), 'utf8')

/** Files made once by the program of their time, never written again. */
describe('A bundle of every format there has been', () => {
  it('is kept, the one of today included', () => {
    expect(versions).toEqual(Array.from({ length: BUNDLE_FORMAT }, (_, n) => `v${n + 1}`))
  })

  it.each(versions)('of format %s is read whole, and says what it said', (version) => {
    const parts = {
      manifest: read(version, 'manifest.json'),
      operations: read(version, 'ops.ndjson'),
      drops: read(version, 'drops.ndjson'),
    }
    const bundle = decodeBundle(parts, sha256)
    if (!bundle.ok) throw new Error(bundle.failure.type)
    expect(bundle.value.setAside).toEqual([])
    expect(bundle.value.operations.map((operation) => canonical(operation) + '\n').join('')).toBe(parts.operations)
    const fold = foldOf(bundle.value.operations, bundle.value.drops)
    expect(canonicalHash(fold, sha256)).toBe(read(version, 'canonical-hash.txt').trim())
  })

  it('of format 1 says in four languages what was said', () => {
    const bundle = decodeBundle(
      {
        manifest: read('v1', 'manifest.json'),
        operations: read('v1', 'ops.ndjson'),
        drops: read('v1', 'drops.ndjson'),
      },
      sha256,
    )
    if (!bundle.ok) throw new Error(bundle.failure.type)
    const notes = [...readRecords(foldOf(bundle.value.operations, bundle.value.drops)).values()].filter((record) =>
      isKind(record, 'note'),
    )
    const told = notes.map(
      ({ f, conflicts }) => `${f.lang} ${f.level ?? '-'} ${f.text ?? conflicts?.['text']?.join(' / ')}`,
    )
    expect(told.toSorted()).toEqual([
      'ar 4 الماء حق للجميع',
      'en 5 Water for all',
      'es - ¿Cuándo llegará el agua potable? 💧',
      'fr - 5,8 km de canal / 58 km de canaux',
      'fr - L’eau, c’est la vie : œuvrons dès 2026 !',
    ])
  })
})
