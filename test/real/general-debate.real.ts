import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoFindings, shuffledNames } from '#node/compose-demo.ts'
import { bundlesOf, corpusFile, faultsOfReport, mergedAt, notesIn, tell, timed } from './corpus.ts'

const MAP =
  'text=text,axis:="Débat général",region=section_cglu_derivee,speaker=country_name,organisation=country_name,lang=lang'
const PARAGRAPHS = 5_060
/** One more belongs to no section. */
const DELEGATIONS = 114

describe('the general debate of the United Nations, by section', () => {
  const bundles = bundlesOf({ table: corpusFile('onu_debat_general_2017_en.csv'), map: MAP, voices: 'column' })

  it('goes from one file per section to one document', async () => {
    const files = bundles.files()
    expect(bundles.archives().reduce((sum, archive) => sum + notesIn(archive), 0)).toBe(PARAGRAPHS)
    const [first, second] = ['first.rapx', 'second.rapx'].map((name) => join(bundles.folder(), name)) as [
      string,
      string,
    ]
    const merged = await timed('merged from files', () => mergedAt(first, files))
    const again = await timed('merged in another order', () => mergedAt(second, shuffledNames(files)))
    expect(again.canonicalHash).toBe(merged.canonicalHash)
    expect(merged).toMatchObject({ notes: PARAGRAPHS, conflicts: 0 })
    const { coverage } = await timed('evidence', () => demoFindings(first))
    const voices = coverage.flatMap(({ voices }) => voices).reduce<number>((sum, count) => sum + (count ?? 0), 0)
    tell('coverage', { axes: coverage.length, sections: coverage[0]?.voices.length ?? 0, voices })
    // One voice for each delegation of a section, however long it spoke.
    expect(voices).toBe(DELEGATIONS)
    expect(await faultsOfReport(first, join(bundles.folder(), 'debate.docx'))).toEqual([])
  })
})
