import { describe, expect, it } from 'vitest'
import { bundleFileName } from '#shared/exchange/bundle.ts'
import { decodeBundle, decodeManifest, decodeOperation } from '#shared/exchange/decode-bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { CONSULTATION, idOf, sha256 } from '../../build/author.ts'
import { bundleOf } from '../../build/bundle.ts'
import { forged } from '../../build/forge.ts'
import { someSteps, World } from '../../build/history.ts'
import { law, shuffled } from '../../build/law.ts'
import { foldOf } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

const record = idOf('a record')
const note = { record, kind: 'note', set: { stance: 'supports' } } as const
const whole = forged(note)
const decoded = (line: string) => decodeOperation(line, CONSULTATION, sha256)
const resealed = (head: object, body: object): Operation => {
  const sealed = { ...head, b: sha256(canonical(body)) }
  return { id: sha256(canonical(sealed)), head: sealed, body } as unknown as Operation
}

const manifestWith = ({ manifest }: { manifest: string }, changes: object): string =>
  canonical({ ...(JSON.parse(manifest) as object), ...changes })

describe('A bundle', () => {
  law(
    'reads back as it was written, and the same in any order',
    someSteps(),
    (steps) => {
      const world = World.after(steps)
      const parts = bundleOf(world.operations)
      expect(bundleOf(shuffled(world.operations, steps.length))).toEqual(parts)
      const read = decodeBundle(parts, sha256)
      if (!read.ok) throw new Error(read.failure.type)
      expect(read.value.setAside).toEqual([])
      expect(bundleOf(read.value.operations)).toEqual(parts)
    },
    0.3,
  )

  it('whose list of operations was changed is refused whole', () => {
    const parts = bundleOf(aWorkspace().operations)
    const shortened = { ...parts, operations: parts.operations.split('\n').slice(1).join('\n') }
    expect(decodeBundle(shortened, sha256)).toEqual({ ok: false, failure: { type: 'Altered' } })
  })

  it('of a newer format is refused before anything of it is looked at', () => {
    const manifest = '{"format":2,"everything":"else is new"}'
    const failure = { type: 'TooNew', found: 2, supported: 1 }
    expect(decodeBundle({ manifest, operations: '', drops: '' }, sha256)).toEqual({ ok: false, failure })
  })

  it.each(['', 'null', '[]', '{}', '{"format":1}', '{"format":"2"}', '\ufeff{'])(
    'with the manifest %j is refused',
    (text) => {
      expect(decodeManifest(text)).toEqual({ ok: false, failure: { type: 'BadManifest' } })
    },
  )

  it('keeps the good lines and counts the others, by line and reason', () => {
    const lines = [canonical(whole), '{', canonical({ ...whole, id: sha256('x') })].map((line) => `${line}\n`).join('')
    const parts = bundleOf([])
    const manifest = manifestWith(parts, { root: sha256(lines) })
    const read = decodeBundle({ manifest, operations: lines, drops: '' }, sha256)
    expect(read.ok && [read.value.operations.length, read.value.setAside]).toEqual([
      1,
      [
        { line: 2, reason: 'unreadable', why: 'not-json', text: '{' },
        { line: 3, reason: 'forged-id', text: canonical({ ...whole, id: sha256('x') }) },
      ],
    ])
  })

  it('drops nothing that is not the id of an operation', () => {
    const drops = [JSON.stringify(whole.id), '"everything"', '1', '{"id":1}', 'x', ''].join('\n')
    const parts = bundleOf([])
    const manifest = manifestWith(parts, { dropsRoot: sha256(drops) })
    const read = decodeBundle({ ...parts, manifest, drops }, sha256)
    expect(read.ok && read.value.drops).toEqual([whole.id])
  })

  it('is named after what it holds, in letters that every file system takes', () => {
    const named = { sections: ['Amérique : nord/sud'], axes: ['Eau'], seq: 3, root: '-_ab/cd9' }
    expect(bundleFileName(named, '2026-01-05')).toBe('Amerique_nord_sud-Eau-2026-01-05-v3-ab_cd9.rapx')
  })
})

describe('A line of operations', () => {
  const { id, head, body, stamp } = whole
  const line = canonical(whole)
  const withHead = (changes: object): string => canonical(resealed({ ...head, ...changes }, body ?? {}))

  it.each([
    ['is whole', line, whole],
    ['comes without its stamp', canonical({ id, head, body }), { id, head, body }],
    ['comes as a bare head', canonical({ id, head }), { id, head }],
  ])('that %s is taken in', (_, given, expected) => {
    expect(decoded(given)).toEqual(expected)
  })

  it.each([
    ['is cut short', line.slice(0, -1), 'unreadable'],
    ['is not written canonically', JSON.stringify({ stamp, id, head, body }), 'unreadable'],
    ['holds a float', line.replace('"supports"', '0.5'), 'unreadable'],
    ['says a key twice', line.replace('{"body"', '{"body":{},"body"'), 'unreadable'],
    ['has no end', '['.repeat(1_000_000), 'unreadable'],
    ['nests without end', '['.repeat(200_000) + ']'.repeat(200_000), 'unreadable'],
    ['is too long', canonical({ ...whole, more: 'x'.repeat(LIMITS.lineCharacters) }), 'unreadable'],
    ['is a number', '1', 'unreadable'],
    ['is a list', '[]', 'unreadable'],
    ['has no head', canonical({ id, body }), 'not-an-operation'],
    ['has a head of no version', withHead({ v: 0 }), 'not-an-operation'],
    ['has an unknown class', withHead({ k: 'z' }), 'not-an-operation'],
    ['replaces too many', withHead({ o: { stance: Array.from({ length: 1_001 }, () => id) } }), 'not-an-operation'],
    ['nests values', canonical(resealed(head, { x: 's', set: { stance: { a: 1 } } })), 'not-an-operation'],
    ['was given another id', canonical({ ...whole, id: sha256('x') }), 'forged-id'],
    ['was given another head', canonical({ ...whole, head: { ...head, k: 'w' } }), 'forged-id'],
    ['was given another body', canonical({ ...whole, body: { x: 's', set: { stance: 'opposes' } } }), 'forged-body'],
    ['was given another stamp', canonical({ ...whole, stamp: { ...stamp, n: 2 } }), 'forged-stamp'],
    ['is of another consultation', canonical(forged({ ...note, consultation: idOf('other') })), 'other-consultation'],
    [
      'puts a name among the contents',
      canonical(forged({ ...note, kind: 'voice', set: { person: record } })),
      'wrong-class',
    ],
    [
      'puts a deletion among the private',
      canonical(forged({ ...note, set: { deleted: true }, class: 'p' })),
      'wrong-class',
    ],
  ])('that %s is set aside', (_, given, reason) => {
    expect(decoded(given)).toBe(reason)
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'with a field called %s harms nothing',
    (field) => {
      const set = JSON.parse(`{"${field}":"x","text":"dit"}`) as Record<string, string>
      const given = decoded(canonical(forged({ ...note, set })))
      if (typeof given !== 'string') {
        const records = readRecords(foldOf([given]))
        expect(records.get(record)?.f['text']).toBe('dit')
        expect(Object.hasOwn(records.get(record)?.f ?? {}, field)).toBe(true)
      } else expect(given).toBe('not-an-operation')
      expect(({} as Record<string, unknown>)['x']).toBeUndefined()
      expect(Object.prototype.toString).toBeTypeOf('function')
    },
  )

  it('of a newer program keeps its unknown fields and kinds byte for byte', () => {
    const body = { x: 'salt', set: { novelty: ['a', 1, true, null] }, sealed: true }
    const newer = { ...resealed({ ...head, t: 'testimony', lang: 'ar' }, body), signature: 'none' }
    const given = decoded(canonical(newer))
    expect(typeof given === 'string' ? given : canonical(given)).toBe(canonical(newer))
    if (typeof given === 'string') return
    expect(bundleOf([given]).operations).toBe(canonical(newer) + '\n')
    expect(readRecords(foldOf([given])).get(record)?.f).toEqual({ novelty: ['a', 1, true, null] })
  })
})
