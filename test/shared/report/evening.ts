import type { AnyRecord } from '#shared/model/record.ts'
import { aNote, aRecord, SMALL, someone } from './small.ts'

const KINDS = [
  'observation',
  'need',
  'priority',
  'recommendation',
  'commitment',
  'divergence',
  'practice',
  'quote',
  'figure',
  'question',
  'advocacy',
  'chair-conclusion',
] as const
const THEMES = ['eau', 'puits', 'tarif', 'emploi', 'climat', 'données', 'logement', 'genre'] as const
const STANCES = ['supports', 'supports', 'supports', 'nuances', 'opposes'] as const

/** What fills a card: as long as people write, in the language of the floor. */
const WORDS: Readonly<Record<string, string>> = {
  fr: 'Les villes intermédiaires demandent un financement direct et durable des réseaux d’eau, parce que les transferts arrivent tard et ne couvrent pas l’entretien des ouvrages',
  ar: 'تطلب المدن الوسيطة تمويلا مباشرا ومستداما لشبكات المياه لأن التحويلات تصل متأخرة ولا تغطي صيانة المنشآت القائمة',
}

/** A long evening: twenty people of three sections, `count` notes of every kind, some of them disputed. */
export function anEvening(count: number, lang = 'fr'): readonly AnyRecord[] {
  const people = Array.from({ length: 20 }, (_, index) =>
    someone(`v${index}`, {
      region: ['afrique', 'noram', 'europe'][index % 3] ?? 'afrique',
      category: ['local-elected', 'association', 'university', 'donor'][index % 4] ?? 'other',
      gender: index % 2 === 0 ? 'woman' : 'man',
      function: 'adjointe au maire chargée de l’eau et de l’assainissement',
    }),
  ).flat()
  const themes = THEMES.slice(2).map((id) => aRecord('theme', id, { label: `Accès équitable : ${id}` }))
  const notes = Array.from({ length: count }, (_, index) => {
    const { 'theme:eau': _eau, ...f } = aNote(`n${String(index).padStart(3, '0')}`).f
    const theme = THEMES[index % THEMES.length] ?? 'eau'
    const disputed = theme === 'eau' || theme === 'puits' || theme === 'tarif'
    return aRecord('note', `n${String(index).padStart(3, '0')}`, {
      ...f,
      text: `${WORDS[lang] ?? WORDS['fr']} (${index}).`,
      lang,
      voice: `v${(index * 7) % 20}`,
      noteKind: KINDS[index % KINDS.length] ?? 'observation',
      ...(disputed && { stance: STANCES[index % STANCES.length] ?? 'supports' }),
      [`theme:${theme}`]: true,
    })
  })
  return [...SMALL, ...themes, ...people, ...notes]
}

/** The same evening as it was taken in a hurry: doubts, figures heard on the fly, commitments with their terms, positions. */
export function aHurriedEvening(count: number, lang = 'fr'): readonly AnyRecord[] {
  const evening = anEvening(count, lang)
  const divergences = evening.filter(({ f }) => f['noteKind'] === 'divergence').map(({ id }) => id)
  let seen = 0
  return evening.map((record) => {
    if (record.kind !== 'note') return record
    seen += 1
    const { noteKind } = record.f
    const on = divergences[Math.floor(seen / 4) % Math.max(divergences.length, 1)]
    return {
      ...record,
      f: {
        ...record.f,
        ...(seen % 9 === 0 && { doubtful: true }),
        ...(seen % 5 === 0 && { toCheck: true }),
        ...(noteKind === 'commitment' && {
          holder: 'Ville de Ndiarème et syndicat intercommunal des eaux',
          due: 'avant la fin du premier semestre 2022',
          condition: 'si la dotation de l’État est versée avant l’ouverture de l’exercice budgétaire',
        }),
        ...(noteKind === 'observation' && on !== undefined && { positionOf: on }),
      },
    }
  })
}
