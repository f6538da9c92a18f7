import { describe, expect, it } from 'vitest'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { seeded, shuffled } from '#shared/evidence/seeded.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import type { Outline } from '#shared/report/outline.ts'
import { blocksOf, everyRun, headings, numbered, table, textOf } from './outline-reading.ts'
import { playedSample } from './played-sample.ts'
import { reportOf } from './report-of.ts'

const records = [...playedSample().values()]
const idOf = (kind: string, is: (record: AnyRecord) => boolean): string => {
  const found = records.find((record) => record.kind === kind && is(record))
  if (found === undefined) throw new Error(`The sample has no such ${kind}`)
  return found.id
}
const mewa = idOf('region', ({ f }) => f['code'] === 'MEW')
const ecology = idOf('axis', ({ f }) => f['order'] === 4)
const lastGlobal = idOf('session', ({ f }) => f['date'] === '2021-05-07')

const REQUESTS: readonly Partial<ReportRequest>[] = [
  { type: 'global' },
  { type: 'regional', region: mewa },
  { type: 'thematic', axis: ecology },
  { type: 'session', session: lastGlobal },
]
const reports = REQUESTS.map((request) => [request.type ?? 'global', reportOf(records, request)] as const)
const global = reportOf(records)

describe.each(reports)('the %s report of the sample', (_type, outline) => {
  it('opens with its cover, then its contents, then its summary', () => {
    expect(outline.blocks.slice(0, 3).map(({ type }) => type)).toEqual(['cover', 'contents', 'heading'])
    expect(headings(outline)[0]).toBe('Résumé')
  })

  it('skips no level of heading', () => {
    const levels = blocksOf(outline, 'heading').map(({ level }) => level)
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
  })

  it('leads from each numbered paragraph to notes of its annex', () => {
    const notes = new Set(blocksOf(outline, 'annexNote').map(({ number }) => number))
    expect(numbered(outline).length).toBeGreaterThan(0)
    for (const { runs } of numbered(outline)) {
      const links = runs.flatMap(({ noteLink }) => noteLink ?? [])
      expect([textOf(runs), links.length > 0, links.every((link) => notes.has(link))]).toEqual([
        textOf(runs),
        true,
        true,
      ])
    }
  })

  it('numbers the notes of its annex from one, each once', () => {
    const numbers = blocksOf(outline, 'annexNote').map(({ number }) => number)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('says that its data are invented', () => {
    expect(outline.footer).toBe('Exemple\u00a0: données fictives')
  })

  it('prints the sentence that no report goes without', () => {
    const boxes = blocksOf(outline, 'box').map(({ runs }) => textOf(runs))
    expect(boxes.some((text) => text.startsWith('Ces comptages portent sur les interventions relevées'))).toBe(true)
  })

  it('never speaks of consensus', () => {
    const ours = numbered(outline).map(({ runs }) => textOf(runs.filter(({ lang }) => lang === undefined)))
    expect(ours.filter((text) => /consensus/i.test(text))).toEqual([])
  })
})

describe('the global report', () => {
  it('follows the order of the process', () => {
    const chapters = blocksOf(global, 'heading').filter(({ level }) => level === 1)
    expect(chapters.map(({ text }) => text)).toEqual([
      'Résumé',
      'Participation',
      'Axe 1. Villes intermédiaires & Réinventer la démocratie locale',
      'Axe 2. Villes intermédiaires & lieux d’entraide',
      'Axe 3. Villes intermédiaires & Inégalités',
      'Axe 4. Villes intermédiaires & la Transition Ecologique',
      'Vue par section',
      'Résultats attendus',
      'Suites',
      'Annexe 1. Méthode et lectures',
      'Annexe 2. Séances',
      'Annexe 3. Contributions',
    ])
  })

  it('counts in its coverage what the evidence counts, a dash where there is no data', () => {
    const visible = projectRecords(playedSample())
    const { voicesByAxisRegion } = readEvidence(evidenceInput(visible.values()))
    const axes = records
      .filter((record) => isKind(record, 'axis'))
      .toSorted((a, b) => Number(a.f['order']) - Number(b.f['order']))
    const regions = records
      .filter((record) => isKind(record, 'region') && record.f.state !== 'inactive')
      .toSorted((a, b) => Number(a.f['order']) - Number(b.f['order']))
    const printed = table(global, 'Intervenant·e·s par axe et par section').cells.map((row) =>
      row.slice(1, regions.length + 1),
    )
    const counted = axes.map(({ id }) =>
      regions.map((region) => {
        const count = voicesByAxisRegion[id]?.[region.id] ?? null
        return count === null ? '–' : count < 5 ? `(${count})` : `${count}`
      }),
    )
    expect(printed).toEqual(counted)
  })

  it('leaves sections that are not active out of its columns, and names them in its legend', () => {
    const coverage = table(global, 'Intervenant·e·s par axe et par section')
    expect(coverage.header.map(textOf)).not.toContain('Europe')
    expect(coverage.legend).toContain('Section non activée\u00a0: Europe, Metropolis, Régions.')
    expect(coverage.legend).toContain('Consultation à confirmer\u00a0: NORAM.')
  })

  it('states what people decided, with presence in words and numbers', () => {
    const accountability = numbered(global)
      .map(({ runs }) => textOf(runs))
      .find((text) => text.startsWith('Rendre compte'))
    expect(accountability).toMatch(
      /^Rendre compte avant de consulter\. Ce thème est présent dans 5 sections concluantes sur 5 \(1 sans donnée concluante\) et porté par plusieurs organisations \(\d+ sur \d+\)\. Demande relevée/u,
    )
  })

  it('warns that three outputs await the secretariat', () => {
    const warnings = blocksOf(global, 'box').flatMap(({ runs }) => runs.filter(({ warn }) => warn === true))
    const awaiting = warnings.filter(({ text }) => text.includes('Correspondance à confirmer par le secrétariat'))
    expect(awaiting).toHaveLength(3)
    expect(warnings.some(({ text }) => text.includes('Texte du secrétariat (brouillon)'))).toBe(true)
  })

  it('shows what the annex prints of each contribution once in the statements of an axis', () => {
    const lists = blocksOf(global, 'bullets').flatMap(({ items }) => items.map(textOf))
    const contributions = lists.filter((text) => /\u00a0: /.test(text) && /\[\d+\]$/u.test(text))
    expect(new Set(contributions).size).toBe(contributions.length)
  })
})

describe('the order of the records', () => {
  it.each([1, 3])('changes nothing in a document (seed %i)', (seed) => {
    const other = shuffled(records, seeded(seed))
    for (const [index, request] of REQUESTS.entries()) {
      expect(reportOf(other, request)).toEqual(reports[index]?.[1])
    }
  })
})

describe('the three languages', () => {
  const shape = ({ blocks }: Outline) =>
    blocks.map((block) => {
      if (block.type === 'table') return `table ${block.rows.length}×${block.header.length}`
      return block.type === 'heading' ? `heading ${block.level}` : block.type
    })

  it.each(LANGUAGES)('give one structure, with the same paragraphs (%s)', (lang) => {
    const translated = reportOf(records, { lang })
    expect(shape(translated).toSorted()).toEqual(shape(global).toSorted())
    expect(numbered(translated)).toHaveLength(numbered(global).length)
  })

  it('leave no word of another language unmarked in what the document itself says', () => {
    const english = reportOf(records, { lang: 'en' })
    const foreign = everyRun(english).filter(
      ({ text, lang }) => lang === undefined && /Ce thème|Également|Aucune/u.test(text),
    )
    expect(foreign).toEqual([])
    expect(headings(english)).toContain('Common global trends')
    expect(headings(reportOf(records, { lang: 'es' }))).toContain('Tendencias mundiales comunes')
  })
})
