import { describe, expect, it } from 'vitest'
import type { AnyRecord } from '#shared/model/record.ts'
import { blocksOf, everyRun, headings, numbered, table, textOf } from './outline-reading.ts'
import { playedSample } from './played-sample.ts'
import { reportOf } from './report-of.ts'
import { aNote, aRecord, SMALL, someone } from './small.ts'

const text = (records: readonly AnyRecord[]): string =>
  everyRun(reportOf(records))
    .map((run) => run.text)
    .join('')
const withFields = (records: readonly AnyRecord[], kind: string, f: AnyRecord['f']): readonly AnyRecord[] =>
  records.map((record) => (record.kind === kind ? { ...record, f: { ...record.f, ...f } } : record))

describe('notes that are not for readers', () => {
  it.each(['remark', 'procedure'])('of kind %s are never printed', (noteKind) => {
    const outline = reportOf([...SMALL, aNote('dite'), aNote('tue', { noteKind, text: 'Canari.' })])
    expect(JSON.stringify(outline)).not.toContain('Canari')
  })

  it('stay out while their kind hangs between a remark and something else', () => {
    const { noteKind: _, ...f } = aNote('tue', { text: 'Canari.' }).f
    const unsettled = { ...aRecord('note', 'tue', f), conflicts: { noteKind: ['observation', 'remark'] } }
    expect(JSON.stringify(reportOf([...SMALL, aNote('dite'), unsettled]))).not.toContain('Canari')
  })
})

describe('a quotation', () => {
  const quote = (f: AnyRecord['f']) => aNote('citation', { noteKind: 'quote', text: '« Rien sans eau »', ...f })
  const said = (f: AnyRecord['f']) =>
    everyRun(reportOf([...SMALL, quote(f)])).filter((run) => run.text.includes('Rien sans eau'))

  it.each(['checked', 'approved'])('stands between quotation marks once %s', (quoteState) => {
    const [verbatim] = blocksOf(reportOf([...SMALL, quote({ quoteState })]), 'verbatim')
    expect(textOf(verbatim?.runs ?? [])).toMatch(/^«\u00a0Rien sans eau\u00a0»/u)
  })

  it.each([{ quoteState: 'to-review' }, {}])('is reported without marks until then: %o', (state) => {
    expect(blocksOf(reportOf([...SMALL, quote(state)]), 'verbatim')).toEqual([])
    expect(said(state).map((run) => run.text)).toEqual(said(state).map(() => 'Rien sans eau'))
    expect(said(state).length).toBeGreaterThan(0)
  })
})

describe('a text in conflict', () => {
  it('is printed in both versions, marked', () => {
    const { text: _, ...f } = aNote('note').f
    const unsettled = { ...aRecord('note', 'note', f), conflicts: { text: ['Cinq puits.', 'Huit puits.'] } }
    const marked = everyRun(reportOf([...SMALL, unsettled]))
      .filter((run) => run.warn === true)
      .map((run) => run.text)
    expect(marked).toEqual(expect.arrayContaining(['Cinq puits.', 'Huit puits.']))
  })
})

describe('a point of divergence', () => {
  const sides = [
    ...SMALL,
    ...someone('autre'),
    aNote('pour', { stance: 'supports', text: 'Un tarif social finance le réseau.' }),
    aNote('contre', { stance: 'opposes', text: 'L’eau n’a pas de prix.', voice: 'autre' }),
  ]

  it('shows both sides, with who holds them', () => {
    const rows = table(reportOf(sides), 'Prix de l’eau').cells
    expect(rows.map(([position]) => position)).toEqual([
      'Appuie. Prénom-voix Nom-voix, fonction-voix, Commune-voix (Afrique)\u00a0: Un tarif social finance le réseau.\u00a0[2]',
      'S’oppose. Prénom-autre Nom-autre, fonction-autre, Commune-autre (Afrique)\u00a0: L’eau n’a pas de prix.\u00a0[1]',
    ])
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['Afrique', '1'],
      ['Afrique', '1'],
    ])
  })

  it('says when only one side was heard', () => {
    const oneSided = sides.filter(({ id }) => id !== 'pour')
    expect(table(reportOf(oneSided), 'Prix de l’eau').legend).toBe('Une seule position a été relevée.')
  })

  it('leaves out a note whose stance is not settled', () => {
    const unsettled = { ...aNote('pour'), conflicts: { stance: ['supports', 'opposes'] } }
    const rows = table(reportOf([...sides.filter(({ id }) => id !== 'pour'), unsettled]), 'Prix de l’eau').cells
    expect(rows).toHaveLength(1)
  })
})

describe('a process without sections', () => {
  const plain = [...SMALL.filter(({ kind }) => kind !== 'region'), aNote('note')]

  it('has no column, chapter or heading for them', () => {
    const outline = reportOf(plain)
    expect(table(outline, 'Intervenant·e·s, organisations et notes par axe').cells).toEqual([['1. Eau', '1', '1', '1']])
    expect(headings(outline)).not.toContain('Vue par section')
    expect(headings(outline)).not.toContain('Spécificités régionales')
    expect(outline.documentKind).toBe('Rapport de synthèse')
  })
})

describe('a section that was not consulted', () => {
  it('is a dash, never a zero', () => {
    const [row = []] = table(reportOf([...SMALL, aNote('note')]), 'Intervenant·e·s par axe et par section').cells
    expect(row).toEqual(['1. Eau', '(1)', '–', '1'])
  })
})

describe('the setting of readings', () => {
  const sample = [...playedSample().values()]
  const readingTables = (readings: string) =>
    blocksOf(reportOf(withFields(sample, 'consultation', { readings })), 'table').filter(({ caption }) =>
      caption.startsWith('Lectures'),
    )

  it('prints them nowhere, in the annex, or in the body too', () => {
    expect(readingTables('none')).toEqual([])
    expect(
      /concluantes sur|quelques organisations/u.exec(text(withFields(sample, 'consultation', { readings: 'none' }))),
    ).toBeNull()
    expect(readingTables('annex')).toHaveLength(4)
    expect(text(withFields(sample, 'consultation', { readings: 'annex' })).includes('Lecture\u00a0:')).toBe(false)
    expect(
      text(withFields(sample, 'consultation', { readings: 'body' })).includes('Lecture\u00a0: tendance mondiale'),
    ).toBe(true)
  })
})

describe('the chance of findings', () => {
  it('is said with its spread where it was drawn', () => {
    const chance = { rounds: 999, signals: { mean: 2.44, low: 0, high: 5 }, supported: { mean: 0.02, low: 0, high: 0 } }
    const outline = reportOf([...SMALL, aNote('note')], {}, chance)
    const said = blocksOf(outline, 'bullets').flatMap(({ items }) => items.map(textOf))
    expect(said.some((line) => line.includes('environ 2,4 signaux (0 à 5)'))).toBe(true)
  })
})

describe('a house that writes no midpoint', () => {
  it('speaks of delegations', () => {
    const outline = reportOf(withFields([...SMALL, aNote('note')], 'consultation', { house: 'un' }))
    expect(table(outline, 'Délégations par axe et par section').cells).toHaveLength(1)
    const ours = everyRun(outline)
      .map((run) => run.text)
      .join(' ')
    expect(ours).not.toMatch(/intervenant·e/u)
  })
})

describe('a process without decisions', () => {
  it('says so rather than deciding', () => {
    const outline = reportOf([...SMALL, aNote('note')])
    const muted = blocksOf(outline, 'paragraph')
      .filter((block) => block.muted === true)
      .map(({ runs }) => textOf(runs))
    expect(muted).toContain('Aucune tendance n’a été qualifiée sur cet axe.')
    expect(numbered(outline).map(({ runs }) => textOf(runs))).toEqual([
      'Ont également été relevés, sans être qualifiés\u00a0: Prix de l’eau (1\u00a0organisation)\u00a0[1].',
    ])
  })
})

describe('a note in a language nobody can name', () => {
  it('is printed with the words that were typed for it', () => {
    const [note] = blocksOf(reportOf([...SMALL, aNote('note', { lang: 'parler du lac' })]), 'annexNote')
    expect(note?.attribution).toMatch(/langue d’origine\u00a0: parler du lac$/u)
  })

  it('is turned from right to left when its language is, whatever the country', () => {
    const [note] = blocksOf(reportOf([...SMALL, aNote('note', { lang: 'ar-EG' })]), 'annexNote')
    expect(note?.runs[0]).toMatchObject({ lang: 'ar-EG', dir: 'rtl' })
  })
})
