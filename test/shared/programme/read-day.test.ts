import { assert, date, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOrder, readDay } from '#shared/programme/read-day.ts'

const day = (text: string) => readDay(text, 'day-first')?.day ?? null

describe('reading the day of a contribution', () => {
  it.each([
    ['2021-05-07', '2021-05-07'],
    ['2021-05-07T14:30:00Z', '2021-05-07'],
    ['2021-05-07 14:30', '2021-05-07'],
    ['07/05/2021', '2021-05-07'],
    ['7.5.2021', '2021-05-07'],
    ['7 mai 2021', '2021-05-07'],
    ['1er mai 2021', '2021-05-01'],
    ['vendredi 7 mai 2021', '2021-05-07'],
    ['May 7, 2021', '2021-05-07'],
    ['7th May 2021', '2021-05-07'],
    ['7 de mayo de 2021', '2021-05-07'],
    ['3 août 2021', '2021-08-03'],
    ['12 sept. 2021', '2021-09-12'],
    ['15 fév. 2024', '2024-02-15'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (text, expected) => {
    expect(day(text)).toBe(expected)
  })

  it.each([
    ['2026-02-30', '29/02/2023', '31/04/2026', '12/31/2026', '00/01/2026'],
    ['+010000-01-01T00:00:00.000Z', '1899-12-31', '2101-01-01', '07/05/21'],
    ['mai 2021', '7 mai', '7 jui 2021', '7 mai ou 8 mai 2021', 'hier', ''],
  ])('refuses %s, %s, %s…', (...texts) => {
    expect(texts.map(day)).toEqual(texts.map(() => null))
  })

  it('reads back every day it may meet', () => {
    const days = date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    const law = property(days, (moment) => {
      const iso = moment.toISOString().slice(0, 10)
      expect(day(iso)).toBe(iso)
      expect(day(iso.split('-').reverse().join('/'))).toBe(iso)
      expect(day(new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(moment))).toBe(iso)
      expect(day(new Intl.DateTimeFormat('es', { dateStyle: 'full', timeZone: 'UTC' }).format(moment))).toBe(iso)
      expect(day(new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(moment))).toBe(iso)
    })
    assert(law, { seed: 2021 })
  })
})

describe('telling in which order a column writes its days', () => {
  it('is proven by one day that cannot be a month', () => {
    expect(dayOrder(['03/04/2026', '31/12/2026'])).toBe('day-first')
    expect(dayOrder(['03/04/2026', '12/31/2026'])).toBe('month-first')
    expect(dayOrder(['31/12/2026', '12/31/2026'])).toBe('day-first')
    expect(readDay('03/04/2026', 'month-first')).toEqual({ day: '2026-03-04', ambiguous: false })
  })

  it('is asked about when nothing proves it', () => {
    const order = dayOrder(['03/04/2026', '2026-12-31', ''])
    expect(order).toBe('unproven')
    expect(readDay('03/04/2026', order)).toEqual({ day: '2026-04-03', ambiguous: true })
    expect(readDay('04/04/2026', order)).toEqual({ day: '2026-04-04', ambiguous: false })
    expect(readDay('2026-04-03', order)).toEqual({ day: '2026-04-03', ambiguous: false })
  })
})
