import { describe, expect, it } from 'vitest'
import { destroyWords } from '#node/erasure/destroy-words.ts'
import { withoutDroppedWords } from '#node/erasure/erase-lines.ts'
import { readSegment, sealLine } from '#node/store/segment.ts'
import { namedByDrops } from '#shared/operation/drop.ts'
import { CONSULTATION, sha256 } from '../../build/author.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aWorkspace } from '../../build/workspace.ts'

const told = aWorkspace().session('Plénière', 1).speaker('Awa Diop').note('Une digue')
const person = told.id('person Awa Diop')
const drops = [{ r: person, k: ['n' as const], why: 'asked' as const }]
const head = sealLine({ v: 1, consultation: CONSULTATION, after: 0, chain: '' }, sha256)
/** An entry as format 1 kept it: in full, without a number. */
const full = sealLine({ entry: { type: 'batch', label: 'a', operations: told.operations } }, sha256)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const left = (text: string): string | null => {
  const bytes = withoutDroppedWords(bytesOf(text), namedByDrops(drops), sha256)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

describe('A segment from which words are taken', () => {
  it('keeps its heads, its other words and its other lines byte for byte, also in the first format', () => {
    const other = sealLine({ entry: { type: 'point', at: 1, reason: 'day', label: 'Awa' } }, sha256)
    const text = left(head + other + full) ?? ''
    expect(text).not.toContain('Awa Diop')
    expect(text.startsWith(head + other)).toBe(true)
    const { lines } = readSegment(text, sha256)
    const entry = lines.flatMap((line) => (line.type === 'entry' ? [line.entry] : []))[1]
    const operations = entry?.type === 'batch' ? entry.operations : []
    expect(operations.map(({ id }) => id)).toEqual(told.operations.map(({ id }) => id))
    expect(JSON.stringify(operations)).toContain('Une digue')
  })

  it('is left alone when it says none of them, and when they are gone already', () => {
    expect(left(head)).toBeNull()
    const once = left(head + full) ?? ''
    expect(left(once)).toBeNull()
  })

  it('loses a damaged line that names the person, and stays as damaged as it was', () => {
    const damaged = `0000000000000000 {"r":"${person}","set":{"name":"Awa`
    const before = readSegment(`${head}${damaged}\n`, sha256)
    const text = left(`${head}${damaged}\n`) ?? ''
    expect(text).not.toContain('Awa')
    expect(readSegment(text, sha256).lines.map(({ type }) => type)).toEqual(before.lines.map(({ type }) => type))
    expect(left(`${head}0000000000000000 {"autre":1\n`)).toBeNull()
  })
})

describe('Words taken off the disk', () => {
  it('are gone from segments, copies, what was kept aside, snapshots and halves of files; what still is written stays', async () => {
    const disk = new MemoryLayer()
    const [folder, copies] = ['/s', '/c']
    const with_ = bytesOf(head + full)
    for (const path of [
      '/s/journal-000001.rapj',
      '/c/journal-000001.rapj',
      '/s/aside/2026-01-05T10-00-00-journal-000001.rapj',
      '/c/aside/2026-01-05T10-00-00-snapshot-000000001-0000000000001.json',
      '/c/snapshot-000000001-0000000000001.json',
      '/s/.journal-000001.rapj.x.part',
    ])
      disk.files.set(path, with_)
    disk.files.set('/s/journal-000002.rapj', with_)
    disk.files.set('/s/identity.json', bytesOf('{}'))
    const order = { folder, copies, consultation: CONSULTATION, drops, upToSegment: 1 }
    await destroyWords(order, disk, sha256, () => {})
    const naming = [...disk.files].filter(([, bytes]) => Buffer.from(bytes).includes('Awa Diop')).map(([path]) => path)
    expect(naming).toEqual(['/s/journal-000002.rapj'])
    expect([...disk.files.keys()].toSorted()).toEqual([
      '/c/journal-000001.rapj',
      '/s/aside/2026-01-05T10-00-00-journal-000001.rapj',
      '/s/identity.json',
      '/s/journal-000001.rapj',
      '/s/journal-000002.rapj',
    ])
    const calls: string[] = []
    disk.refuse = (call, path) => (call === 'rename' ? (calls.push(path), null) : null)
    await destroyWords(order, disk, sha256, () => {})
    expect(calls).toEqual([])
  })
})
