import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { agendaOfText } from '#shared/programme/paste/agenda.ts'
import { normalise } from '#shared/search/normalise.ts'
import { law } from '../../../build/law.ts'

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

describe('laws of pasted programmes', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  )
  law('any text gives an answer', anything, (text) => {
    expect(agendaOfText(text).slots.length).toBeGreaterThanOrEqual(0)
  })

  const word = fc.constantFrom(
    'Zuberi',
    'Koralle',
    'maire',
    'lagune',
    'BRAC',
    'Ville',
    'fleuve',
    'Türkan',
    'Bérénice',
    'notamment',
    'https://a.example/b',
  )
  const time = fc.constantFrom('10h', '10h10 – 10h25', '11:00', 'de 9h à 10h', '2 pm', '12 mars')
  const mark = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    ' ; ',
    ' — ',
    ' - ',
    ' (',
    ') ',
    '\n',
    '\n\n',
    '\n- ',
    ' : ',
    ' et ',
    ' par ',
    '\t',
    '. ',
    ' _ ',
    ' »',
  )
  const part = fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: time.map((said) => `\n${said} `) })
  const text = fc.array(fc.tuple(part, mark), { maxLength: 40 }).map((parts) => parts.flat().join(''))
  const connectors = new Set(['et', 'de', 'par', 'a', '9h', '10h', '10h10', '10h25', '11', '00', '2', 'pm', ''])
  law('no word is lost: what no slot took is told', text, (pasted) => {
    const { slots, links, left, day } = agendaOfText(pasted)
    const all = normalise(stringsIn([slots, links, left, day]).join(' ')).split(' ')
    for (const said of normalise(pasted).split(' ')) if (!connectors.has(said)) expect(all).toContain(said)
  })
})
