import { describe, expect, it } from 'vitest'
import { asideByReason, conflictsByField, mergeReportSchema } from '#shared/merge/merge-report.ts'
import { mergeReportOutline } from '#shared/merge/merge-report-outline.ts'
import type { Block } from '#shared/report/outline.ts'
import { aMergeReport, aMergeReportHead } from '../../documents/sample-merge-report.ts'

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []
const allText = (blocks: readonly Block[]): string => textsOf(blocks).join('\n').replaceAll('\u00a0', ' ')

describe('the report of a merge', () => {
  it('says of each file what came of it: its notes, what is missing before it, why something was left out', () => {
    const said = allText(mergeReportOutline(aMergeReport, aMergeReportHead).blocks)
    for (const words of [
      'Réunion du 19 mai 2021 à 09:58',
      '3 réunis sur 4',
      'Afrique, LATAM, NORAM et Eurasie',
      'LATAM & Caribe.rapx : illisible, 2 éléments (lignes 12 et 40)',
      'NORAM.rapx : Le fichier vient d’une version plus récente de Rapporteur (format 3',
      'Avant AFR/Afrique-4-2021-05-18-v3-19ab00c1.rapx : v2. À demander à la section.',
      'Notes, Texte : 2 éléments',
      'Notes, Qualification : 1 élément',
      'En vigueur',
    ])
      expect(said).toContain(words)
  })

  it.each(['fr', 'en', 'es'] as const)('leaves no key and no placeholder in %s', (lang) => {
    const said = allText(mergeReportOutline(aMergeReport, { ...aMergeReportHead, lang }).blocks)
    expect(said).not.toMatch(/\{\{|consolidation:|\b(?:report|counts|files|fault)\.[a-z]/)
  })

  it('of a quiet merge has no part about what went wrong', () => {
    const quiet = { ...aMergeReport, files: aMergeReport.files.slice(2, 3), conflicts: [] }
    const headings = mergeReportOutline(quiet, aMergeReportHead).blocks.flatMap((block) =>
      block.type === 'heading' ? [block.text] : [],
    )
    expect(headings).toEqual(['Fichiers reçus', 'Ce qui a été fait'])
  })

  it('says that it was withdrawn since', () => {
    expect(allText(mergeReportOutline(aMergeReport, { ...aMergeReportHead, withdrawn: true }).blocks)).toContain(
      'Retirée depuis',
    )
  })

  it('is kept as it was made', () => {
    expect(mergeReportSchema.parse(JSON.parse(JSON.stringify(aMergeReport)))).toEqual(aMergeReport)
  })

  it('names the first lines of a reason, and counts all', () => {
    const lines = Array.from({ length: 80 }, (_, line) => ({ line, reason: 'unreadable' }))
    const [aside] = asideByReason(lines)
    expect([aside?.count, aside?.lines.length]).toEqual([80, 50])
  })

  it('counts the members of a set as one field', () => {
    const conflicts = ['theme:a', 'theme:b', 'text'].map((field) => ({ kind: 'note', field }))
    expect(conflictsByField(conflicts)).toEqual([
      { kind: 'note', field: 'text', count: 1 },
      { kind: 'note', field: 'theme', count: 2 },
    ])
  })
})
