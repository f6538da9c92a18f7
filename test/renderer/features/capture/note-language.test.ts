import { describe, expect, it } from 'vitest'
import { nextLanguage, noteLanguage, scriptOf } from '../../../../renderer/features/capture/note-language.ts'

describe('the language of a note', () => {
  it.each([
    ['نحتاج إلى خطة مشتركة', 'ar'],
    ['Малые города готовы', 'ru'],
    ['我们需要直接融资', 'zh'],
    ['都市への直接の資金', 'ja'],
    ['Οι πόλεις ζητούν', 'el'],
    ['Les villes demandent', 'fr'],
    ['2030 : 12 %', 'fr'],
  ])('« %s » is taken for %s on a French screen', (text, lang) => {
    expect(noteLanguage(text, null, 'fr')).toBe(lang)
  })

  it('that was chosen stays as long as its letters are those of the text', () => {
    expect(noteLanguage('ما به یک برنامه نیاز داریم', 'fa', 'fr')).toBe('fa')
    expect(noteLanguage('Las ciudades piden', 'es', 'fr')).toBe('es')
    expect(noteLanguage('', 'es', 'fr')).toBe('es')
  })

  it('that was chosen gives way to another script', () => {
    expect(noteLanguage('Малые города', 'es', 'fr')).toBe('ru')
    expect(noteLanguage('Les villes', 'ar', 'fr')).toBe('fr')
  })

  it('is that of most letters, so that a name in another script changes nothing', () => {
    expect(scriptOf('La ville de Алматы demande un accès')).toBe('Latn')
  })

  it('goes round the recent ones', () => {
    expect(nextLanguage(['fr', 'en', 'es'], 'es')).toBe('fr')
    expect(nextLanguage(['fr', 'en', 'es'], 'ru')).toBe('fr')
  })
})
