import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shuffledNames } from '#node/compose-demo.ts'
import { digest } from '#node/machine.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Records } from '#shared/model/record.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import { done } from '../build/desktop.ts'
import { archives, bundlesOf, corpusFile, faultsOfReport, mergedAt, notesIn, tell, timed } from './corpus.ts'

const TABLE = corpusFile('granddebat_idees_fr.csv')
const MAP = 'text=text,title=title,axis=theme,region=region,themes=tags,date=date,lang=lang'
const CONTRIBUTIONS = 1_257
const ORDERS = 100

describe('contributions to a national debate, by region', () => {
  const bundles = bundlesOf({ table: TABLE, map: MAP, voices: 'row' })

  it('are each in the file of one region', () => {
    expect(bundles.files().length).toBeGreaterThan(12)
    expect(bundles.archives().reduce((sum, archive) => sum + notesIn(archive), 0)).toBe(CONTRIBUTIONS)
  })

  it(`say the same in ${ORDERS} orders`, async () => {
    const { canonicalHash: expected, notes } = await timed('merged from files', () =>
      mergedAt(join(bundles.folder(), 'merged.rapx'), bundles.files()),
    )
    expect(notes).toBe(CONTRIBUTIONS)
    const byFile = new Map(bundles.archives().map((archive) => [archive.file, archive.bundle]))
    const hashes = new Set<string>()
    await timed(`${ORDERS} orders`, () => {
      for (let order = 0; order < ORDERS; order += 1) {
        let [fold, records]: [FoldState, Records] = [emptyFold(), new Map()]
        for (const file of shuffledNames(bundles.files())) {
          const { operations = [], drops = [] } = byFile.get(file) ?? {}
          const merged = planMerge(fold, records, operations, drops)
          fold = { ...merged.fold, owned: null }
          records = applyChange(records, merged.plan.change)
        }
        hashes.add(canonicalHash(fold, digest))
      }
    })
    expect([...hashes]).toEqual([expected])
  })

  it('change nothing when they are merged twice', async () => {
    const merged = join(bundles.folder(), 'merged.rapx')
    const once = await mergedAt(merged, bundles.files())
    const twice = await mergedAt(join(bundles.folder(), 'twice.rapx'), [merged, ...shuffledNames(bundles.files())])
    expect(twice.canonicalHash).toBe(once.canonicalHash)
    expect(twice.files.slice(1).every(({ newOperations }) => newOperations === 0)).toBe(true)
  })

  it('make a global synthesis without a fault', async () => {
    const merged = join(bundles.folder(), 'merged.rapx')
    await mergedAt(merged, bundles.files())
    expect(await faultsOfReport(merged, join(bundles.folder(), 'synthese.docx'))).toEqual([])
  })

  it('are not added when their table comes again', async () => {
    const into = join(bundles.folder(), 'blank.rapx')
    done(await archives['archive.create']({ process: 'blank', out: into }))
    const order = { table: TABLE, into, out: into, map: MAP, voices: 'row', lang: 'fr', level: 3 } as const
    const importing = async () =>
      done(await archives['archive.importTable']({ ...order, create: ['axes', 'regions', 'themes'] }))
    const first = await timed('table imported', importing)
    const second = await timed('table imported again', importing)
    tell('imported', { rows: first.added, themes: first.created.themes, refused: first.errors.length })
    expect(first).toMatchObject({ added: CONTRIBUTIONS, alreadyHere: 0, errors: [] })
    expect(second).toMatchObject({ added: 0, alreadyHere: CONTRIBUTIONS, canonicalHash: first.canonicalHash })
  })
})
