import { describe, expect, it } from 'vitest'
import { seeded, shuffled } from '#shared/evidence/seeded.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { linesOf } from '#shared/report/page-lines.ts'
import { aHurriedEvening, anEvening } from './evening.ts'
import { blocksOf, everyRun, headings, textOf } from './outline-reading.ts'
import { reportOf } from './report-of.ts'
import { aNote, SMALL, someone } from './small.ts'

const MINUTES = { type: 'minutes', session: 'séance' } as const
const minutesOf = (records: readonly AnyRecord[], lang: 'fr' | 'en' | 'es' = 'fr') =>
  reportOf(records, { ...MINUTES, lang })
const linesIn = (records: readonly AnyRecord[]) =>
  blocksOf(minutesOf(records), 'bullets')
    .flatMap(({ items }) => items.map(textOf))
    .filter((line) => line.endsWith(']'))
const heard = (records: readonly AnyRecord[]) => {
  const [cover] = blocksOf(minutesOf(records), 'cover')
  return textOf(cover?.facts.find(({ label }) => label === 'Prises de parole')?.value ?? [])
}
const atLevel = (level: number) => [...SMALL, aNote('note', { level, noteKind: 'commitment' })]

describe('the minutes of an evening', () => {
  it('say figures, messages, agreements, divergences, commitments and what follows, in this order', () => {
    expect(headings(minutesOf(anEvening(80)))).toEqual([
      'Chiffres de la séance',
      'Chiffres cités',
      'Messages clés',
      'Points d’accord',
      'Points de divergence',
      'Engagements',
      'Suites',
    ])
  })

  it.each(LANGUAGES)('have the same parts in every language: %s', (lang) => {
    const types = (of: typeof lang) => minutesOf(anEvening(80), of).blocks.map(({ type }) => type)
    expect(types(lang)).toEqual(types('fr'))
  })

  it.each([20, 60, 80, 100, 140])('hold on two pages with %i notes', (count) => {
    expect(linesOf(minutesOf(anEvening(count)).blocks)).toBeLessThanOrEqual(104)
  })

  it.each([20, 60, 80, 100, 140])('hold on two pages with %i notes taken in a hurry', (count) => {
    for (const lang of ['fr', 'ar'])
      expect(linesOf(minutesOf(aHurriedEvening(count, lang)).blocks)).toBeLessThanOrEqual(104)
  })

  it('lead each line to notes that the report of the session has under the same numbers', () => {
    const evening = anEvening(80)
    const annex = new Map(
      blocksOf(reportOf(evening, { type: 'session', session: 'séance' }), 'annexNote').map(({ number, runs }) => [
        `${number}`,
        textOf(runs),
      ]),
    )
    const commitments = linesIn(evening).filter((line) => /Les villes .*\[\d+\]$/u.test(line))
    expect(commitments.length).toBeGreaterThan(4)
    for (const { text, noteLink } of everyRun(minutesOf(evening)))
      if (noteLink !== undefined) expect([text, annex.has(text)]).toEqual([text, true])
  })

  it('are the same whatever order the notes came in', () => {
    const evening = anEvening(60)
    expect(minutesOf(shuffled(evening, seeded(7)))).toEqual(minutesOf(evening))
  })

  it('leave out what is said elsewhere than in the session', () => {
    const elsewhere = aNote('ailleurs', { session: 'autre', noteKind: 'commitment', text: 'Canari.' })
    expect(JSON.stringify(minutesOf([...atLevel(1), elsewhere]))).not.toContain('Canari')
  })
})

describe('those who were heard', () => {
  it.each([
    [1, 'Prénom-voix Nom-voix, fonction-voix, Commune-voix (Afrique)'],
    [2, 'fonction-voix, Commune-voix (Afrique)'],
    [3, 'Commune-voix (Afrique)'],
    [4, 'un gouvernement local d’Afrique'],
    [5, 'La règle d’attribution ne laisse pas dire qui a parlé.'],
  ])('are told as the rule of level %i allows', (level, words) => {
    expect(heard(atLevel(level))).toBe(words)
  })

  it('are told once each', () => {
    expect(heard([...atLevel(1), aNote('encore')])).toBe('Prénom-voix Nom-voix, fonction-voix, Commune-voix (Afrique)')
  })

  it('do not hold those whom nobody knew', () => {
    const unknown = someone('inconnue', { unidentified: 4 })
    expect(heard([...SMALL, ...unknown, aNote('note', { voice: 'inconnue' })])).toBe(
      'La règle d’attribution ne laisse pas dire qui a parlé.',
    )
  })
})

describe('a point of agreement', () => {
  const agreed = [...SMALL, ...someone('autre'), aNote('une'), aNote('deux', { voice: 'autre' })]

  it('is a theme that two organisations raise', () => {
    expect(linesIn(agreed)).toEqual([expect.stringMatching(/^Prix de l’eau\u00a0: .*\[1, 2\]$/u)])
  })

  it('is none when one of them disputes it', () => {
    const disputed = [...agreed, aNote('non', { voice: 'autre', stance: 'nuances' })]
    expect(linesIn(disputed)).toEqual([])
  })

  it('is none when one organisation says it twice', () => {
    expect(linesIn([...SMALL, aNote('une'), aNote('deux')])).toEqual([])
  })
})

describe('a divergence', () => {
  it('is told though it names no theme', () => {
    const { 'theme:eau': _eau, ...f } = aNote('x', { noteKind: 'divergence', text: 'Deux avis sur le calendrier.' }).f
    const untagged: AnyRecord = { id: 'x', kind: 'note', f }
    expect(linesIn([...SMALL, untagged])).toEqual(['Prénom-voix Nom-voix\u00a0: Deux avis sur le calendrier.\u00a0[1]'])
  })
})

describe('a commitment', () => {
  const promised = {
    noteKind: 'commitment',
    holder: 'Ville de Mbour',
    due: 'juin 2022',
    condition: 'si la dotation vient',
  }
  const lineAt = (level: number) => linesIn([...SMALL, aNote('note', { ...promised, level })])

  it('says who will act, when and on what condition', () => {
    expect(lineAt(1)).toEqual([
      expect.stringMatching(
        /: Propos note\. \(responsable\s: Ville de Mbour\s; échéance\s: juin 2022\s; condition\s: si la dotation vient\)\s\[1\]$/u,
      ),
    ])
  })

  it.each([4, 5])('names no organisation at level %i', (level) => {
    expect(lineAt(level).join()).not.toContain('Mbour')
    expect(lineAt(level).join()).toContain('juin 2022')
  })

  it('says nothing of what was not said', () => {
    expect(linesIn([...SMALL, aNote('note', { noteKind: 'commitment' })]).join()).not.toContain('(')
  })
})

describe('what is not sure', () => {
  it('is a figure marked as to verify, wherever it is printed', () => {
    const records = [...SMALL, aNote('note', { noteKind: 'figure', toCheck: true, text: '867 000 dollars.' })]
    expect(linesIn(records)).toEqual(['Prénom-voix Nom-voix\u00a0: [À vérifier] 867 000 dollars.\u00a0[1]'])
    const annex = blocksOf(reportOf(records, { type: 'session', session: 'séance' }), 'annexNote')
    expect(annex.map(({ runs }) => textOf(runs))).toEqual(['[À vérifier] 867 000 dollars.'])
  })

  it('is a figure that some say to verify and others not', () => {
    const note = { ...aNote('note', { noteKind: 'figure' }), conflicts: { toCheck: [true, false] } }
    expect(linesIn([...SMALL, note]).join()).toContain('[À vérifier]')
  })

  it('is who said it: nobody is named, there or among those who were heard', () => {
    const records = [...SMALL, aNote('note', { noteKind: 'commitment', doubtful: true })]
    const told = JSON.stringify(minutesOf(records))
    expect(told).not.toContain('Nom-voix')
    expect(told).toContain('personne participante')
  })
})

describe('a divergence on which people took positions', () => {
  const stated = aNote('désaccord', { noteKind: 'divergence', text: 'Qui paie l’entretien ?' })
  const { voice: _voice, 'theme:eau': _theme, ...open } = stated.f
  const divergence: AnyRecord = { id: 'désaccord', kind: 'note', f: open }
  const aPosition = (id: string, f: AnyRecord['f'] = {}) => aNote(id, { positionOf: 'désaccord', ...f })
  const records = [
    ...SMALL,
    ...someone('autre'),
    divergence,
    aPosition('a', { text: 'L’État.' }),
    aPosition('b', { voice: 'autre', text: 'La ville.' }),
  ]

  it('is told in its words, then each position with who holds it', () => {
    const lines = linesIn(records)
    expect(lines[0]).toMatch(/^Divergence exposée\. Qui paie l’entretien\s\?/u)
    expect(lines.slice(1).toSorted()).toEqual([
      expect.stringMatching(/^Position\. Prénom-autre Nom-autre\u00a0: La ville\./u),
      expect.stringMatching(/^Position\. Prénom-voix Nom-voix\u00a0: L’État\./u),
    ])
  })

  it('names those who hold them as the rule of each allows, and nobody when that is doubtful', () => {
    const kept = records.map((one) =>
      one.id === 'a'
        ? { ...one, f: { ...one.f, level: 4 } }
        : one.id === 'b'
          ? { ...one, f: { ...one.f, doubtful: true } }
          : one,
    )
    const lines = linesIn(kept).toSorted().slice(1)
    expect(lines).toEqual([
      expect.stringMatching(/^Position\. Un gouvernement local d’Afrique\u00a0: L’État\./u),
      expect.stringMatching(/^Position\. Une personne participante\u00a0: La ville\./u),
    ])
  })

  it('is a divergence alone when its positions are off the record', () => {
    const kept = records.map((one) => (one.f['positionOf'] === undefined ? one : { ...one, f: { ...one.f, level: 6 } }))
    expect(JSON.stringify(minutesOf(kept))).not.toMatch(/Position\.|L’État|La ville/u)
    expect(linesIn(kept)).toHaveLength(1)
  })

  it('is not told again under the theme that it divides', () => {
    const themed = records.map((one) => (one.id === 'désaccord' ? { ...one, f: { ...one.f, 'theme:eau': true } } : one))
    expect(linesIn(themed).filter((line) => line.includes('Qui paie'))).toHaveLength(1)
  })
})
