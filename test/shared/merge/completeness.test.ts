import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  receivedIn,
  streamsIn as streamsInFiles,
  TOLD,
  withReceived,
  type Ranges,
  type Received,
} from '#shared/merge/completeness.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { forged } from '../../build/forge.ts'
import { law } from '../../build/law.ts'
import { aWorkspace } from '../../build/workspace.ts'
import { START } from '../../build/start.ts'

const streamsIn = (file: readonly Operation[], held: Received, isKnown: (id: string) => boolean) =>
  streamsInFiles([file], held, isKnown)[0] ?? []

const nobody = (): boolean => false

/** An operation of a stream with a counter; `version` tells clones apart. */
function numbered(stream: string, n: number, version = ''): Operation {
  const made = forged({ record: 'R'.repeat(22), kind: 'theme', set: { label: `${n} ${version}` } })
  if (made.stamp === undefined) throw new Error('a stamp')
  return { ...made, id: `${stream} ${n} ${version}`, stamp: { ...made.stamp, d: stream, n } }
}
const from = (stream: string, first: number, last: number): readonly Operation[] =>
  Array.from({ length: last - first + 1 }, (_, at) => numbered(stream, first + at))

const numbersIn = (ranges: Ranges): readonly number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))

describe('The completeness of what came', () => {
  it('says that X sent 1–140 and 151–200, and that 141–150 never came', () => {
    const file = [...from('X', 1, 140), ...from('X', 151, 200)]
    expect(streamsIn(file, new Map(), nobody)).toEqual([
      {
        stream: 'X',
        received: [
          [1, 140],
          [151, 200],
        ],
        missing: [[141, 150]],
        missingCount: 10,
        twice: [],
      },
    ])
  })

  it('counts what came with other files, and what was written here', () => {
    const before = withReceived(receivedIn(from('X', 1, 145)), receivedIn(from('X', 146, 150)))
    expect(streamsIn(from('X', 151, 200), before, nobody)[0]?.missing).toEqual([])
    expect(streamsIn(from('X', 153, 200), before, nobody)[0]?.missing).toEqual([[151, 152]])
  })

  it('counts what comes with the other files, and finds the clone that lies in one of them', () => {
    const files = [from('X', 1, 3), from('X', 5, 6), [...from('X', 4, 4), numbered('X', 6, 'clone')], from('Y', 1, 1)]
    const reports = streamsInFiles(files, new Map(), nobody)
    expect(reports.map((file) => file.map(({ stream, missing, twice }) => [stream, missing, twice]))).toEqual([
      [['X', [], [6]]],
      [['X', [], [6]]],
      [['X', [], [6]]],
      [['Y', [], []]],
    ])
  })

  it('finds nothing missing in all that an installation wrote', () => {
    const told = aWorkspace().session('Session', 1).speaker('Awa').note('Une digue').note('Un barrage')
    const reports = streamsIn(told.operations, new Map(), nobody)
    expect(reports).toHaveLength(1)
    expect(reports[0]).toMatchObject({ missing: [], twice: [], received: [[1, told.operations.length]] })
  })

  it('reports the counter that a cloned computer used again, whether the other came before or with it', () => {
    const clone = numbered('X', 2, 'clone')
    const together = streamsIn([...from('X', 1, 3), clone], new Map(), nobody)
    expect(together[0]?.twice).toEqual([2])
    const held = receivedIn(from('X', 1, 3))
    expect(streamsIn([clone], held, nobody)[0]?.twice).toEqual([2])
  })

  it('takes an operation that comes again for the same one', () => {
    const file = from('X', 1, 3)
    const ids = new Set(file.map(({ id }) => id))
    expect(streamsIn([...file, ...file], receivedIn(file), (id) => ids.has(id))[0]?.twice).toEqual([])
  })

  it('counts nothing of a template, nor of operations that tell no counter', () => {
    const [first] = START.operations
    if (first === undefined) throw new Error('an operation')
    const bare = { id: first.id, head: first.head }
    expect(streamsIn([numbered('template', 0), bare], new Map(), nobody)).toEqual([])
  })

  it('stays short and quick before numbers made to fill the memory', () => {
    const hostile = Array.from({ length: 2_000 }, (_, n) => numbered(`S${n % 70}`, Number.MAX_SAFE_INTEGER - n * 7))
    const reports = streamsIn(hostile, new Map(), nobody)
    expect(reports).toHaveLength(TOLD.streams)
    for (const { missing, received } of reports) {
      expect(missing.length).toBeLessThanOrEqual(TOLD.ranges)
      expect(received.length).toBeLessThanOrEqual(TOLD.ranges)
    }
  })

  it('puts the streams first of which something is missing', () => {
    const file = [...from('A', 1, 3), ...from('B', 2, 3)]
    expect(streamsIn(file, new Map(), nobody).map(({ stream }) => stream)).toEqual(['B', 'A'])
  })

  const arrivals = fc.record({
    before: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 }),
    file: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
  })
  law('is that of the set of numbers, whatever came before', arrivals, ({ before, file }) => {
    const held = receivedIn(before.map((n) => numbered('X', n)))
    const known = new Set(before)
    const isKnown = (id: string): boolean => known.has(Number(id.split(' ')[1]))
    const [report] = streamsIn(
      file.map((n) => numbered('X', n)),
      held,
      isKnown,
    )
    const all = new Set([...before, ...file])
    const last = Math.max(...all)
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter((n) => !all.has(n))
    expect(numbersIn(report?.received ?? [])).toEqual([...all].toSorted((a, b) => a - b))
    expect(numbersIn(report?.missing ?? [])).toEqual(missing)
    expect([report?.missingCount, report?.twice]).toEqual([missing.length, []])
  })
})
