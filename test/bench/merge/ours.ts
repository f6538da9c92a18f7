import { readFileSync } from 'node:fs'
import { unpackBundle } from '#node/exchange/read-bundle.ts'
import { foldOf } from '#node/exchange/make-bundle.ts'
import { digest } from '#node/machine.ts'
import { readFiles } from '#node/merge/read-files.ts'
import { sortIncoming, type IncomingFile } from '#node/workspace/read-incoming.ts'
import { PARTS } from '#shared/exchange/bundle.ts'
import { planMerge, type Merged } from '#shared/merge/plan-merge.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Records } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readInto, readRecords } from '#shared/operation/read-record.ts'
import { worked } from '../figures.ts'
import { consultation, firstFile, laterFile, oursFile, PROGRAMME } from './files.ts'
import type { Measured } from './measured.ts'

interface Standing {
  readonly fold: FoldState
  readonly records: Records
}

const given = (paths: readonly string[]) => paths.map((path) => ({ token: path, name: path, path }))

function planned({ fold, records }: Standing, files: readonly IncomingFile[]): Merged {
  const receiver = { consultation, records, known: fold.known, imports: [], trust: [] }
  const { operations, drops, reports } = sortIncoming(files, receiver)
  const refused = reports.find(({ state }) => state === 'refused')
  if (refused !== undefined) throw new Error(JSON.stringify(refused.failure))
  return planMerge(fold, records, operations, drops)
}

/** Files read and verified, then planned, as the worker does; the state is in memory. */
export async function measureOurs(folder: string, count: number): Promise<Measured> {
  const numbers = Array.from({ length: count }, (_, number) => number)
  const [first, later] = [numbers.map((n) => firstFile(folder, n)), numbers.map((n) => laterFile(folder, n))]
  const base: Standing = standing(foldOf(PROGRAMME))
  const reading = { first: 0, later: 0 }
  const merge = async (part: 'first' | 'later', at: Standing, paths: readonly string[]): Promise<Merged> => {
    let files: readonly IncomingFile[] = []
    reading[part] = await worked(async () => void (files = await readFiles(given(paths), new Set(), digest, () => {})))
    return planned(at, files)
  }
  let merged: Merged | null = null
  const a = await worked(async () => void (merged = await merge('first', base, first)))
  const corrected = withOurs(
    base,
    must(merged),
    numbers.flatMap((number) => operationsIn(oursFile(folder, number))),
  )
  const b = await worked(async () => void (merged = await merge('later', corrected, later)))
  const conflicts = must(merged).plan.conflicts.length
  const here = new Set(
    (await readFiles(given(later), new Set(), digest, () => {})).flatMap((file) => file.digest ?? []),
  )
  const c = await worked(() => readFiles(given(later), here, digest, () => {}))
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
  return { a, b, c, conflicts, memoryMb, reading }
}

const standing = (fold: FoldState): Standing => ({ fold, records: readRecords(fold) })

function withOurs({ records }: Standing, { fold, plan }: Merged, edits: readonly Operation[]): Standing {
  const next = new Map(applyChange(records, plan.change))
  const own = { ...fold, owned: null }
  for (const operation of edits) addOperation(own, operation)
  readInto(next, own, new Set(edits.map(({ head }) => head.r)))
  return { fold: own, records: next }
}

const operationsIn = (path: string): readonly Operation[] => JSON.parse(readFileSync(path, 'utf8')) as Operation[]

function must(merged: Merged | null): Merged {
  if (merged === null) throw new Error('Nothing was merged')
  return merged
}

/** The least that any reader does: the same lines parsed, and nothing else. */
export async function measureParse(folder: string, count: number): Promise<Measured> {
  const parse = async (fileOf: typeof firstFile): Promise<number> => {
    let sum = 0
    for (let number = 0; number < count; number += 1) {
      const texts = await unpackBundle(readFileSync(fileOf(folder, number)))
      if (!texts.ok) throw new Error(texts.failure.type)
      const lines = (texts.value[PARTS.operations] ?? '').split('\n').filter((line) => line !== '')
      const kept: unknown[] = []
      sum += await worked(() => {
        for (const line of lines) kept.push(JSON.parse(line))
      })
    }
    return sum
  }
  const [a, b] = [await parse(firstFile), await parse(laterFile)]
  return { a, b, c: null, conflicts: null, memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}
