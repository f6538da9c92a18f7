import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '#shared/programme/mapping.ts'
import type { KnownLabels, RowOptions } from '#shared/programme/row-draft.ts'
import { rowDrafts } from '#shared/programme/row-drafts.ts'
import type { RowProblem, TableData } from '#shared/programme/table.ts'

const known: KnownLabels = {
  axes: [{ id: 'axis-care', labels: ['Lieux d’entraide', 'Places of care'] }],
  regions: [{ id: 'region-afr', labels: ['Afrique', 'Africa', 'África', 'AFR'] }],
  themes: [
    { id: 'theme-water', labels: ['Eau', 'Water'] },
    { id: 'theme-soil', labels: ['Sols; sous-sols'] },
  ],
  kinds: [{ id: 'need', labels: ['besoin'] }],
  stances: [{ id: 'opposes', labels: ['s’oppose'] }],
  categories: [{ id: 'residents', labels: ['habitant·e·s'] }],
}
const options: RowOptions = { create: {}, voices: 'column', defaultLang: 'fr' }
const mapping: Mapping = {
  text: { column: 'texte' },
  axis: { column: 'axe' },
  region: { column: 'region' },
  themes: { column: 'themes' },
  date: { column: 'date' },
  speaker: { column: 'qui' },
}

/** Rows from line 2, as they follow a header. */
function aTable(rows: readonly Readonly<Record<string, string>>[], problems: readonly RowProblem[] = []): TableData {
  return { columns: [], rows: rows.map((cells, index) => ({ line: index + 2, cells })), problems }
}
const care = { texte: 'L’eau pour tou·te·s', axe: 'Lieux d’entraide' }

describe('turning rows into notes', () => {
  it('finds records by any label, code or spelling', () => {
    const rows = [
      { ...care, region: 'AFR', themes: 'EAU | sols ; Sous-Sols' },
      { ...care, region: 'africa', axe: "lieux d'entraide" },
      { ...care, region: 'region-afr', themes: 'Sols; sous-sols' },
    ]
    const { drafts, errors } = rowDrafts(
      aTable(rows),
      mapping,
      { ...known, themes: [...known.themes, { id: 's', labels: ['sols'] }] },
      {
        ...options,
        create: { themes: true },
      },
    )
    expect(errors).toEqual([])
    expect(drafts.map(({ axis, region }) => [axis, region])).toEqual(
      rows.map(() => [{ id: 'axis-care' }, { id: 'region-afr' }]),
    )
    expect(drafts.map(({ themes }) => themes)).toEqual([
      [{ id: 'theme-water' }, { id: 's' }, { create: 'Sous-Sols' }],
      [],
      [{ id: 'theme-soil' }],
    ])
  })

  it('says everything that a full row says', () => {
    const cells = {
      titre: 'Des puits',
      texte: 'Il en manque.',
      axe: 'Places of care',
      region: 'Afrique',
      qui: ' Awa N. ',
      org: 'Ville de X',
      langue: 'anglais',
      themes: 'Eau',
      date: '7 mai 2021',
      genre: 'Besoin',
      avis: "s'oppose",
      profil: 'Habitantes',
      pays: 'SN',
    }
    const full: Mapping = {
      ...mapping,
      title: { column: 'titre' },
      organisation: { column: 'org' },
      lang: { column: 'langue' },
      kind: { column: 'genre' },
      stance: { column: 'avis' },
      category: { column: 'profil' },
      country: { column: 'pays' },
    }
    expect(rowDrafts(aTable([cells]), full, known, options)).toEqual({
      drafts: [
        {
          line: 2,
          title: 'Des puits',
          text: 'Des puits. Il en manque.',
          axis: { id: 'axis-care' },
          region: { id: 'region-afr' },
          themes: [{ id: 'theme-water' }],
          lang: 'en',
          voice: 'awa n\u001fville de x',
          speaker: 'Awa N.',
          organisation: 'Ville de X',
          date: '2021-05-07',
          kind: 'need',
          stance: 'opposes',
          category: 'Habitantes',
          country: 'SN',
        },
      ],
      toCreate: { axes: [], regions: [], themes: [] },
      errors: [],
      warnings: [],
    })
  })

  it('gives every row the words of a constant', () => {
    const constants: Mapping = {
      text: { column: 'texte' },
      axis: { constant: 'Places of care' },
      lang: { constant: 'ar' },
    }
    const { drafts } = rowDrafts(aTable([{ texte: 'Un' }]), constants, known, options)
    expect(drafts).toEqual([{ line: 2, text: 'Un', axis: { id: 'axis-care' }, themes: [], lang: 'ar' }])
  })

  it('names each mistake with its line and column, and reads the other rows', () => {
    const rows = [
      care,
      { ...care, texte: ' ' },
      { ...care, axe: 'Transports', region: 'Atlantide', themes: 'Eau|Feu', date: '2026-02-30' },
      { texte: 'Sans axe', axe: '' },
      { texte: '', axe: ' ' },
      { ...care, texte: 'x'.repeat(100_001) },
      care,
    ]
    const { drafts, errors } = rowDrafts(aTable(rows), mapping, known, options)
    expect(drafts.map(({ line }) => line)).toEqual([2, 8])
    expect(errors).toEqual([
      { line: 3, column: 'texte', type: 'EmptyText', value: '' },
      { line: 4, column: 'axe', type: 'UnknownAxis', value: 'Transports' },
      { line: 4, column: 'themes', type: 'UnknownTheme', value: 'Feu' },
      { line: 4, column: 'region', type: 'UnknownRegion', value: 'Atlantide' },
      { line: 4, column: 'date', type: 'BadDate', value: '2026-02-30' },
      { line: 5, column: 'axe', type: 'AxisMissing', value: '' },
      { line: 7, column: 'texte', type: 'TextTooLong', value: '100001' },
    ])
  })

  it('creates what it may, once, in its first spelling, and nothing for a refused row', () => {
    const rows = [
      { ...care, axe: 'Refusé', texte: '' },
      { ...care, axe: 'Le Sol', themes: 'Feu;feu;Air' },
      { ...care, axe: 'le sol', themes: 'FEU' },
    ]
    const { drafts, toCreate } = rowDrafts(aTable(rows), mapping, known, {
      ...options,
      create: { axes: true, regions: true, themes: true },
    })
    expect(toCreate).toEqual({ axes: ['Le Sol'], regions: [], themes: ['Feu', 'Air'] })
    expect(drafts.map(({ axis, themes }) => ({ axis, themes }))).toEqual([
      { axis: { create: 'Le Sol' }, themes: [{ create: 'Feu' }, { create: 'Air' }] },
      { axis: { create: 'Le Sol' }, themes: [{ create: 'Feu' }] },
    ])
  })

  it('counts voices as it is told', () => {
    const rows = [
      { ...care, qui: 'Awa' },
      { ...care, qui: 'AWA' },
      { ...care, qui: '' },
    ]
    const voices = (how: RowOptions['voices']) =>
      rowDrafts(aTable(rows), mapping, known, { ...options, voices: how }).drafts.map(({ voice, speaker }) => [
        voice,
        speaker,
      ])
    expect(voices('column')).toEqual([
      ['awa\u001f', 'Awa'],
      ['awa\u001f', 'AWA'],
      [undefined, undefined],
    ])
    expect(voices('row')).toEqual([
      ['row 2', 'Awa'],
      ['row 3', 'AWA'],
      ['row 4', undefined],
    ])
    expect(voices('none')).toEqual(rows.map(() => [undefined, undefined]))
  })

  it('puts the title before the text, and takes a title alone for a text', () => {
    const titled: Mapping = { ...mapping, title: { column: 'titre' } }
    const rows = [
      { ...care, titre: 'Des puits ?', texte: 'Oui.' },
      { ...care, titre: 'Des puits', texte: '' },
    ]
    expect(rowDrafts(aTable(rows), titled, known, options).drafts.map(({ text }) => text)).toEqual([
      'Des puits ? Oui.',
      'Des puits',
    ])
  })

  it('warns about rows to look at, and refuses those whose cells may be shifted', () => {
    const rows = [{ ...care, date: '03/04/2026' }, { ...care, texte: 'invoice\u202efdp.exe' }, care, care, care]
    const problems = [
      { line: 4, type: 'TooFewCells' },
      { line: 5, type: 'TooManyCells' },
      { line: 6, type: 'QuoteMisplaced' },
    ] as const
    const { drafts, errors, warnings } = rowDrafts(aTable(rows, problems), mapping, known, options)
    expect(warnings).toEqual([
      { line: 2, column: 'date', type: 'AmbiguousDate', value: '03/04/2026' },
      { line: 3, column: 'texte', type: 'HiddenMark', value: '' },
      { line: 4, column: '', type: 'TooFewCells', value: '' },
    ])
    expect(drafts.map(({ line, date, text }) => [line, date ?? text])).toEqual([
      [2, '2026-04-03'],
      [3, 'invoice\u202efdp.exe'],
      [4, care.texte],
    ])
    expect(errors.map(({ line, type }) => [line, type])).toEqual([
      [5, 'TooManyCells'],
      [6, 'QuoteMisplaced'],
    ])
  })

  it('keeps line breaks and drops the characters that no document can hold', () => {
    const { drafts } = rowDrafts(
      aTable([{ ...care, texte: 'un\u0000\u000bdeux\ntrois\u0085' }]),
      mapping,
      known,
      options,
    )
    expect(drafts[0]?.text).toBe('un\ndeux\ntrois')
  })

  it('gives every row that is not blank a draft or an error, never both', () => {
    const cell = constantFrom('', ' ', 'Eau', 'Afrique', '2021-05-07', '31/31/2021', 'toString', '|;', '__proto__')
    const row = record({ texte: cell, axe: cell, region: cell, themes: cell, date: cell, qui: cell })
    const law = property(array(row), (rows) => {
      const table = aTable(rows)
      const { drafts, errors } = rowDrafts(table, mapping, known, { ...options, create: { axes: true } })
      const drafted = drafts.map(({ line }) => line)
      const refused = new Set(errors.map(({ line }) => line))
      const filled = table.rows.filter(({ cells }) => Object.values(cells).some((words) => words.trim() !== ''))
      expect([...drafted, ...refused].toSorted((a, b) => a - b)).toEqual(filled.map(({ line }) => line))
    })
    assert(law, { seed: 1257 })
  })
})
