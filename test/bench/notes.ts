import type { Command } from '#shared/edit/command.ts'
import { newId } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'

const TEXTS = [
  'Les villes intermédiaires demandent un accès direct aux fonds climat, sans garantie de l’État et sans passer par un programme national.',
  'لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف لإدارة الأحواض وتغذيتها من جديد.',
  'Малые и средние города готовы обмениваться данными о качестве воздуха, но единой платформы у них пока нет.',
  'La tarifa social del agua solo funciona si el Estado compensa a la ciudad; si no, el servicio se hunde en dos años.',
]

/** The command that takes one more note; the number chooses its text. */
export const noteCommand = (session: string, axis: string, number: number, speaker: string | null = null): Command => ({
  type: 'note.capture',
  note: newId(randomBytes),
  text: `${TEXTS[number % TEXTS.length] ?? ''} (${number})`,
  lang: ['fr', 'ar', 'ru', 'es'][number % 4] ?? 'fr',
  session,
  axis,
  speaker,
  noteKind: number % 5 === 0 ? 'recommendation' : 'observation',
  stance: null,
  scope: 'undecided',
  themes: [],
  newThemes: [],
  at: 1_620_000_000_000 + number * 1000,
})
