import type { Page } from '@playwright/test'
import { ask, dock, newId, recordsOf, type Sitting } from './journey/profiles.ts'

/** Sessions in three scripts. */
export const SESSIONS = {
  fr: {
    title: 'Table ronde : l’eau des villes moyennes',
    speakers: [
      { givenName: 'Awa', name: 'Sarr-Diop', organisation: 'Commune de Ndiourbel-Sud' },
      { givenName: 'Piotr', name: 'Wolanski', organisation: 'Union des villes moyennes et de leurs groupements' },
    ],
    notes: [
      'La régie répare mille fuites par an avec trois équipes',
      'Une ville moyenne perd ses ingénieur·e·s au profit de la capitale, et aucune école de la région n’en forme : les postes techniques restent vides deux ans en moyenne, parfois trois',
      'نحتاج إلى مقعد دائم في هيئة الحوض، لا إلى دعوة مرة في السنة',
    ],
  },
  ar: {
    title: 'جلسة الواحات والمدن الساحلية',
    speakers: [
      { givenName: 'حنان', name: 'الفاسي', organisation: 'شبكة الواحات' },
      { givenName: 'مهدي', name: 'القروي', organisation: 'وكالة الساحل' },
    ],
    notes: [
      'الخطارات تحتاج إلى صيانة جماعية كل سنة',
      'لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف لإدارة الأحواض وتغذيتها من جديد قبل أن يهجر الشباب الواحة',
      'Le budget de l’eau est voté deux ans après les études',
    ],
  },
  ru: {
    title: 'Круглый стол малых и средних городов',
    speakers: [
      { givenName: 'Ольга', name: 'Преображенская', organisation: 'Союз малых и средних городов' },
      { givenName: 'Тимур', name: 'Ахметов', organisation: 'Городской совет' },
    ],
    notes: [
      'Жители сами измеряют качество воды и публикуют данные',
      'Малые и средние города готовы обмениваться данными о качестве воздуха, но единой платформы у них пока нет, а местные бюджеты утверждаются слишком поздно',
      'La tarifa social del agua solo funciona si el Estado compensa a la ciudad',
    ],
  },
} as const satisfies Record<string, Omit<Sitting, 'region'>>

/** A process of its own whose session holds these people and notes, shown in the window. */
export async function showSession(page: Page, name: keyof typeof SESSIONS): Promise<void> {
  const { title, speakers, notes } = SESSIONS[name]
  await ask(page, 'consultation.create', { template: '001', edition: name })
  const records = await recordsOf(page)
  const of = (kind: string): string => records.find((record) => record.kind === kind)?.id ?? ''
  const session = of('session')
  const set = { label: title, 'label:fr': title, scale: 'global', level: 3, state: 'held' }
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'session', record: session, set })
  const docked: string[] = []
  for (const [at, one] of speakers.entries()) docked.push(await dock(page, session, of('region'), one, at + 1))
  for (const [at, text] of [...notes, ...notes, ...notes].entries()) {
    await ask(page, 'edit.apply', {
      type: 'note.capture',
      note: newId(),
      text,
      lang: name,
      session,
      axis: of('axis'),
      speaker: docked[at % docked.length] ?? null,
      noteKind: at % 3 === 0 ? 'recommendation' : 'observation',
      stance: at % 2 === 0 ? 'supports' : null,
      scope: (['undecided', 'trend', 'specificity'] as const)[at % 3],
      themes: [],
      newThemes: at === 1 ? [{ id: newId(), label: name === 'ar' ? 'ماء' : 'eau' }] : [],
      at: Date.UTC(2021, 4, 7, 9, at),
    })
  }
  await page.reload()
  await page.locator('.feed-row').first().waitFor()
}
