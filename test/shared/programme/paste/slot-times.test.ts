import { describe, expect, it } from 'vitest'
import { slotTimes } from '#shared/programme/paste/slot-times.ts'

const read = (line: string): string | null => {
  const times = slotTimes(line)
  return times === null ? null : `${times.start}|${times.end}|${times.rest}`
}

describe('times of a pasted programme', () => {
  it.each([
    ['10h Accueil', '10:00||Accueil'],
    ['10 h Accueil', '10:00||Accueil'],
    ['10 h 05 : Accueil', '10:05||Accueil'],
    ['9h05 - Accueil', '09:05||Accueil'],
    ['10h10 – 10h25 Tour des villes', '10:10|10:25|Tour des villes'],
    ['10h50 – 11h : La carte « Rive droite » : un essai', '10:50|11:00|La carte « Rive droite » : un essai'],
    ['11h30– 11h45 - Trois gestes', '11:30|11:45|Trois gestes'],
    ['11h45 - 12h : Débat', '11:45|12:00|Débat'],
    ['10h10—10h25 Eau', '10:10|10:25|Eau'],
    ['10h10−10h25 Eau', '10:10|10:25|Eau'],
    ['10h10 → 10h25 Eau', '10:10|10:25|Eau'],
    ['10H10/10H25 Eau', '10:10|10:25|Eau'],
    ['De 10h à 11h30 : Eau', '10:00|11:30|Eau'],
    ['de 9 à 10 h Eau', '09:00|10:00|Eau'],
    ['À partir de 14h, Visite', '14:00||Visite'],
    ['Dès 8h30 Café', '08:30||Café'],
    ['10 heures 30 Eau', '10:30||Eau'],
    ['10h00min Eau', '10:00||Eau'],
    ['midi : Déjeuner', '12:00||Déjeuner'],
    ['11h – midi Eau', '11:00|12:00|Eau'],
    ['10h\u00a030\u202f–\u202f10h\u00a045 Eau', '10:30|10:45|Eau'],
    ['(10h-10h30) Eau', '10:00|10:30|Eau'],
    ['10:10-10:25 Water', '10:10|10:25|Water'],
    ['10:10 to 10:25 Water', '10:10|10:25|Water'],
    ['10.10–10.25 Water', '10:10|10:25|Water'],
    ['From 10:00 until 11:00 Water', '10:00|11:00|Water'],
    ['2 pm Water', '14:00||Water'],
    ['2–3 pm Water', '14:00|15:00|Water'],
    ['11 – 1 pm Water', '11:00|13:00|Water'],
    ['11:30 a.m. – 12:15 p.m. Water', '11:30|12:15|Water'],
    ['12 am Water', '00:00||Water'],
    ['9:30am Water', '09:30||Water'],
    ['noon Lunch', '12:00||Lunch'],
    ['De las 10:00 a las 11:00 Agua', '10:00|11:00|Agua'],
    ['A partir de las 16:00 h Agua', '16:00||Agua'],
    ['10:00 hs – 10:30 hs Agua', '10:00|10:30|Agua'],
    ['10 horas Agua', '10:00||Agua'],
    ['10:10\t10:25\tEau\tAwa Diop', '10:10|10:25|Eau\tAwa Diop'],
    ['10:10:00\t10:25:00\tEau', '10:10|10:25|Eau'],
    ['Ouverture (10h – 10h30)', '10:00|10:30|Ouverture'],
    ['Ouverture, 10h-10h30', '10:00|10:30|Ouverture'],
    ['22h – 24h Veillée', '22:00|24:00|Veillée'],
    ['Jusqu’à 12h Débat', '|12:00|Débat'],
  ])('%s', (line, expected) => {
    expect(read(line)).toBe(expected)
  })

  it.each([
    'Accueil à la mairie',
    '10 villes du fleuve',
    '2030, une année',
    '1. Ouverture',
    '10hectares de parc',
    '1.5 million d’habitants',
    '3e session',
    '25h Accueil',
    '10:75 Accueil',
    '10 % des voix',
    'Séminaire du 24 janvier',
    '933 0094 6222',
    '13 pm Water',
  ])('reads no time in « %s »', (line) => {
    expect(read(line)).toBeNull()
  })
})
