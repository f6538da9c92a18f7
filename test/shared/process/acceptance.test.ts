import { describe, expect, it } from 'vitest'
import type { Template } from '#shared/process/template.ts'
import { shipped } from './shipped.ts'

const of = (template: Template, kind: string) => template.records.filter((record) => record.kind === kind)
const values = (template: Template, kind: string, field: string) =>
  of(template, kind).map((record) => record.set[field])
const minutes = (clock: unknown) => {
  const [hours = 0, rest = 0] = String(clock).split(':').map(Number)
  return hours * 60 + rest
}

describe('#CitiesAreListening (000)', () => {
  const template = shipped('000')

  it('names three organisers, nine themes, three openers and eighteen listed speakers: twenty-one', () => {
    const [organiser] = values(template, 'consultation', 'organiser')
    expect(String(organiser).split(', ')).toEqual(['CGLU', 'Metropolis', 'ONU-Habitat'])
    expect(of(template, 'axis')).toHaveLength(9)
    expect(new Set(values(template, 'speaker', 'person')).size).toBe(21)
    const openers = ['@person.saiz', '@person.varga', '@person.sharif']
    expect(values(template, 'speaker', 'person').slice(0, 3)).toEqual(openers)
  })

  it('keeps the order of the source, and a key to sort by family name', () => {
    expect(values(template, 'person', 'name')[5]).toBe('Pineda')
    expect(of(template, 'person').find((record) => record.set['name'] === 'Shi Qi')?.set['sortKey']).toBe('Shi Qi')
  })

  it('keeps three quotations to review, each by an opener', () => {
    const quotes = of(template, 'note').filter((note) => note.set['noteKind'] === 'quote')
    expect(quotes.map((quote) => quote.set['voice'])).toEqual(['@voice.saiz', '@voice.sharif', '@voice.varga'])
    expect(quotes.every((quote) => quote.set['quoteState'] === 'to-review')).toBe(true)
  })

  it('describes three organisations and gives three contacts', () => {
    expect(of(template, 'about')).toHaveLength(3)
    expect(values(template, 'contact', 'name')).toEqual(['Alejandra Salas', 'Marta Briones', 'Susannah Price'])
  })
})

describe('the series of consultations (001)', () => {
  const template = shipped('001')
  const capitals = of(template, 'axis').map((axis) =>
    Object.keys(axis.set).filter((field) => field.startsWith('capital:')),
  )

  it('has four axes in the order of their dates, five capitals, two of them on the fourth axis', () => {
    expect(values(template, 'axis', 'date')).toEqual(['2021-04-30', '2021-05-03', '2021-05-05', '2021-05-07'])
    expect(capitals.map((own) => own.length)).toEqual([1, 1, 1, 2])
    expect(new Set(capitals.flat()).size).toBe(5)
    expect(template.lists.capitals).toHaveLength(5)
  })

  it('names three of the four axes twice', () => {
    expect(values(template, 'axis', 'variant')).toEqual([
      'Réinvention de la Démocratie Locale',
      'Lieux qui prennent soin',
      undefined,
      'Transition Ecologique',
    ])
  })

  it('awaits six regional consultations and keeps three other sections ready', () => {
    expect(values(template, 'region', 'code')).toEqual(['AFR', 'ASP', 'EUA', 'EUR', 'MEW', 'LAT', 'NOR', 'MET', 'REG'])
    const [waiting, ready] = ['to-confirm', 'inactive']
    const states = [waiting, waiting, waiting, ready, waiting, waiting, waiting, ready, ready]
    expect(values(template, 'region', 'state')).toEqual(states)
  })

  it('gives each section a shape and a colour of its own', () => {
    for (const field of ['shape', 'colour']) expect(new Set(values(template, 'region', field)).size).toBe(9)
  })

  it('confirms one expected output and leaves three to the secretariat', () => {
    expect(values(template, 'axis', 'outputState')).toEqual(['confirmed', 'to-confirm', 'to-confirm', 'to-confirm'])
    expect(values(template, 'axis', 'output')).toEqual([
      'Code de conduite pour la Résilience',
      'Recommandations pour la survie et la projection future des systems de vie',
      'Recommandations Pour des Territoires Egaux',
      'Eléments de transformation depuis la Culture locale pour la connaissance de l’Ecologie',
    ])
  })

  it('opens one global session per axis, on its date, at level 1', () => {
    expect(values(template, 'session', 'date')).toEqual(values(template, 'axis', 'date'))
    expect(values(template, 'session', 'level')).toEqual([1, 1, 1, 1])
    expect(template.presets.sessionLevels).toEqual({ global: 1, regional: 3 })
  })
})

describe('Villes en Avant (002)', () => {
  const template = shipped('002')

  it('has twelve city slots on each side, so that every pair has one of each', () => {
    const sides = values(template, 'city', 'side')
    expect(sides.filter((side) => side === 'us')).toHaveLength(12)
    expect(sides.filter((side) => side === 'lac')).toHaveLength(12)
  })

  it('lists seven actions, three principles and seven families of partners', () => {
    expect(['action', 'principle', 'partnerFamily'].map((kind) => of(template, kind).length)).toEqual([7, 3, 7])
  })

  it('works at two levels, its groups being the two sides', () => {
    expect(values(template, 'level', 'label')).toEqual(['Ville', 'Continent'])
    expect(values(template, 'region', 'regionKind')).toEqual(['custom', 'custom'])
  })
})

describe('the seminar (003)', () => {
  const template = shipped('003')
  const [starts, ends] = [values(template, 'slot', 'start'), values(template, 'slot', 'end')]

  it('runs seven slots from ten to noon, the first without an end', () => {
    expect(starts).toHaveLength(7)
    expect(ends[0]).toBeUndefined()
    expect(minutes(ends.at(-1)) - minutes(starts[0])).toBe(120)
  })

  it('has seven persons, three issues and five degrees, and no region', () => {
    expect(['speaker', 'issue', 'engagementDegree', 'region'].map((kind) => of(template, kind).length)).toEqual([
      7, 3, 5, 0,
    ])
  })
})

describe('the road map (004)', () => {
  const template = shipped('004')

  it('lacks 867 684 dollars: 26,4 % of the cost is covered', () => {
    const [total, given] = [
      Number(values(template, 'budget', 'total')[0]),
      Number(values(template, 'contribution', 'amount')[0]),
    ]
    expect(total - given).toBe(867_684_00)
    expect(((100 * given) / total).toFixed(1)).toBe('26.4')
  })

  it('keeps fifteen steps in the order of their author, not of their dates', () => {
    expect(values(template, 'step', 'order')).toEqual(Array.from({ length: 15 }, (_, at) => at + 1))
    expect(values(template, 'step', 'dateWords').slice(11, 14)).toEqual([
      'Décembre 2024',
      'Juin à décembre 2024',
      'Mars 2025',
    ])
    expect(values(template, 'step', 'start').slice(11, 13)).toEqual(['2024-12-01', '2024-06-01'])
  })

  it('consults at four levels under four conditions, two of them awaiting money', () => {
    expect(new Set(values(template, 'level', 'condition')).size).toBe(4)
    expect(values(template, 'level', 'state')).toEqual(['confirmed', 'conditional', 'planned', 'conditional'])
  })

  it('keeps thirty seats, eleven families of stakeholders, three challenges and three forums', () => {
    expect(['seat', 'stakeholderFamily', 'challenge'].map((kind) => of(template, kind).length)).toEqual([30, 11, 3])
    expect(values(template, 'event', 'eventKind').filter((kind) => kind === 'forum')).toHaveLength(3)
  })

  it('cites its own symbol and those it rests on', () => {
    expect(values(template, 'document', 'symbol')).toEqual(
      expect.arrayContaining(['HSP/EB.2023/16', 'HSP/EB.2023/10', 'HSP/HA.2/L.4']),
    )
  })
})
