import { describe, expect, it } from 'vitest'
import { agendaOfText, spanOf } from '#shared/programme/paste/agenda.ts'

/** A morning of two hours, with the dashes, marks and closing lines of a programme that was copied from a letter. */
const MORNING = `# **Les rivières en 2040**

## ***Journée du 12 mars sur les berges***

**10h Ouverture sur la place des rives dans le plan** Carole Lavigne (MER) et Pierre Dumas (MARE)

**10h10 – 10h25** Panorama des berges par **Nicolas Roux** \\_  
**Rive gauche**

**10h30 – 10h45** Marchés et communs, comment tenir une berge ? Quelles règles pour cela ? **Sylvie Bois-Caron** \\_ **12e Bief**

**10h50 – 11h** : L'outil « Carte des crues » : l'exemple de l'EPT Val Ensemble (93)  
**Yann Le Goff** \\_ **Missions Vives**

**11h10 – 11h25** La durée : les trois leviers  
**Vera Tulli**

**11h30– 11h45** - Focus sur les quais des villes » **Sarah Gros** \\_ **Tenir ensemble**

**11h45 - 12h** : Débat collectif et conclusion

Merci de remplir le formulaire <https://forms.example/abc>

et d'utiliser le lien ci-dessus : <https://zoom.example/j/12345678901>

**ID de réunion : 123 4567 8901**`

describe('a pasted morning', () => {
  const agenda = agendaOfText(MORNING)

  it('A003-1 gives seven slots, the first without an end, from 10h to 12h', () => {
    expect(agenda.slots.map(({ start, end }) => `${start}–${end}`)).toEqual([
      '10:00–',
      '10:10–10:25',
      '10:30–10:45',
      '10:50–11:00',
      '11:10–11:25',
      '11:30–11:45',
      '11:45–12:00',
    ])
    expect(agenda.slots[0]?.doubt).toEqual(['no-end'])
    expect(spanOf(agenda.slots)).toEqual({
      start: '10:00',
      end: '12:00',
      minutes: 120,
      gaps: [
        { after: 1, minutes: 5 },
        { after: 2, minutes: 5 },
        { after: 3, minutes: 10 },
        { after: 4, minutes: 5 },
      ],
    })
  })

  it('keeps the colons, quotation marks and figures of the titles', () => {
    expect(agenda.slots.map(({ title }) => title)).toEqual([
      'Ouverture sur la place des rives dans le plan',
      'Panorama des berges',
      'Marchés et communs, comment tenir une berge ? Quelles règles pour cela ?',
      "L'outil « Carte des crues » : l'exemple de l'EPT Val Ensemble (93)",
      'La durée : les trois leviers',
      'Focus sur les quais des villes',
      'Débat collectif et conclusion',
    ])
    expect(agenda.slots.map(({ slotKind }) => slotKind)).toEqual([
      'opening',
      'talk',
      'talk',
      'talk',
      'talk',
      'talk',
      'debate',
    ])
  })

  it('finds the seven people behind the titles', () => {
    const people = agenda.slots.flatMap((slot) => slot.people)
    expect(people.map(({ givenName, name, organisation }) => `${givenName} ${name}, ${organisation}`)).toEqual([
      'Carole Lavigne, MER',
      'Pierre Dumas, MARE',
      'Nicolas Roux, Rive gauche',
      'Sylvie Bois-Caron, 12e Bief',
      'Yann Le Goff, Missions Vives',
      'Vera Tulli, ',
      'Sarah Gros, Tenir ensemble',
    ])
    expect(people[5]?.doubt).toContain('no-organisation')
  })

  it('A003-2 sets the address and the number of the meeting apart from the titles', () => {
    expect(agenda.links.map(({ value }) => value)).toEqual([
      'https://forms.example/abc',
      'https://zoom.example/j/12345678901',
      'ID de réunion : 123 4567 8901',
    ])
    const words = JSON.stringify([agenda.slots, agenda.left])
    expect(words).not.toMatch(/zoom|123 4567|https/u)
  })

  it('says that the year is missing, and lists what no slot took', () => {
    expect(agenda.day).toMatchObject({ words: '12 mars', day: null })
    expect(agenda.left.map(({ text }) => text)).toEqual([
      'Les rivières en 2040',
      'Journée du 12 mars sur les berges',
      'Merci de remplir le formulaire',
      "et d'utiliser le lien ci-dessus",
    ])
  })
})

const told = (text: string) =>
  agendaOfText(text).slots.map(({ start, end, title, people }) =>
    [`${start}-${end}`, title, ...people.map((one) => `${one.givenName} ${one.name}, ${one.organisation}`)].join(' | '),
  )

describe('forms of a programme', () => {
  it.each([
    ['10h Eau — Awa Diop, maire de Sel', ['10:00- | Eau | Awa Diop, Sel']],
    ['10h Eau : un essai — Awa Diop — Ville de Sel', ['10:00- | Eau : un essai | Awa Diop, Ville de Sel']],
    ['10:00 Water, presented by Awa Diop (City of Salt)', ['10:00- | Water | Awa Diop, City of Salt']],
    ['De 10h à 11h : Agua por Rosa Pérez, alcaldesa de Río', ['10:00-11:00 | Agua | Rosa Pérez, Río']],
    ['10h\nEau\nAwa Diop (MER)', ['10:00- | Eau | Awa Diop, MER']],
    ['10h00\n10h30\nEau', ['10:00-10:30 | Eau']],
    ['10h Eau\net rivières', ['10:00- | Eau et rivières']],
    [
      '10h Eau\n- Awa Diop, maire de Sel\n- Rosa Pérez, alcaldesa de Río',
      ['10:00- | Eau | Awa Diop, Sel | Rosa Pérez, Río'],
    ],
    ['10h Eau\n\nIntervenante : Awa Diop (MER)', ['10:00- | Eau | Awa Diop, MER']],
    [
      '10:10\t10:25\tEau\tAwa Diop, MER\n10:25\t10:40\tPause\t',
      ['10:10-10:25 | Eau | Awa Diop, MER', '10:25-10:40 | Pause'],
    ],
    ['| 10h | Eau | Awa Diop (MER) |', ['10:00- | Eau | Awa Diop, MER']],
    ['1. 10h Eau\n2. 11h Sol', ['10:00- | Eau', '11:00- | Sol']],
    ['Ouverture (10h – 10h30)', ['10:00-10:30 | Ouverture']],
    ['10h Paris, Dakar et Lima', ['10:00- | Paris, Dakar et Lima']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    ['10h30 Pause café', 'break'],
    ['12h Déjeuner', 'break'],
    ['10:30 Coffee break', 'break'],
    ['13:00 Almuerzo', 'break'],
    ['9h Accueil', 'opening'],
    ['9h Mot de bienvenue', 'opening'],
    ['11h Questions-réponses', 'debate'],
    ['11h Introduction', 'introduction'],
    ['11h Les pauses des rivières', 'talk'],
  ])('%s', (text, kind) => {
    expect(agendaOfText(text).slots[0]?.slotKind).toBe(kind)
  })

  it.each([
    ['Jeudi 12 mars 2026\n10h Eau', '2026-03-12'],
    ['Programme du 12/03/2026\n10h Eau', '2026-03-12'],
    ['March 12, 2026\n10:00 Water', '2026-03-12'],
    ['12 de marzo de 2026, 10h-12h\n10h Agua', '2026-03-12'],
    ['12 mars\n10h Eau', null],
  ])('%s', (text, day) => {
    expect(agendaOfText(text)).toMatchObject({ day: { day }, slots: [{ start: '10:00' }] })
  })

  it('marks a slot of another day, one that overlaps and one that ends before it begins', () => {
    const doubts = (text: string) => agendaOfText(text).slots.map(({ doubt }) => doubt)
    expect(doubts('10h-11h A\n10h30-12h B\n11h-10h C')).toEqual([[], ['overlaps'], ['ends-before-start', 'overlaps']])
    expect(doubts('12 mars\n10h-11h A\n13 mars\n9h-10h B')).toEqual([[], ['another-day']])
  })

  it.each([
    ['Meeting ID: 123 4567 8901', 'Meeting ID: 123 4567 8901'],
    ['Passcode: 4x4', 'Passcode: 4x4'],
    ['Mot de passe : 4x4', 'Mot de passe : 4x4'],
    ['Código de acceso: 44', 'Código de acceso: 44'],
    ['123 4567 8901', '123 4567 8901'],
    ['Lien : https://meet.example/a-b', 'https://meet.example/a-b'],
    ['10h Eau https://meet.example/a-b', 'https://meet.example/a-b'],
  ])('holds « %s » to be private', (text, value) => {
    const agenda = agendaOfText(text)
    expect(agenda.links.map((link) => link.value)).toEqual([value])
    expect(JSON.stringify([agenda.slots, agenda.left])).not.toContain(value)
  })
})
