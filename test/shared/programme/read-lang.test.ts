import { describe, expect, it } from 'vitest'
import { readLang } from '#shared/programme/read-lang.ts'

describe('telling the language of a note', () => {
  it.each([
    ['fr', 'fr'],
    ['FR-fr', 'fr'],
    ['Français', 'fr'],
    ['English', 'en'],
    ['español', 'es'],
    ['العربية', 'ar'],
    ['русский', 'ru'],
    ['spa', 'es'],
    ['swa', 'sw'],
    ['quy', 'quy'],
  ])('believes the cell %s', (cell, lang) => {
    expect(readLang(cell, 'Text', 'tr')).toBe(lang)
  })

  it.each([
    ['الماء حق للجميع', 'ar'],
    ['Вода — право каждого', 'ru'],
    ['Το νερό είναι δικαίωμα', 'el'],
    ['水是每个人的权利', 'zh'],
    ['水はみんなの権利です', 'ja'],
    ['물은 모두의 권리', 'ko'],
    ['המים הם זכות', 'he'],
    ['Le mot « الماء » veut dire eau', 'fr'],
    ['L’eau est un droit', 'fr'],
    ['1 234', 'fr'],
  ])('reads the script of « %s » when the cell is empty', (text, lang) => {
    expect(readLang('', text, 'fr')).toBe(lang)
  })

  it('keeps the default language when it is written in that script', () => {
    expect(readLang('', 'آب حق همه است', 'fa')).toBe('fa')
    expect(readLang('?', 'Вода', 'uk')).toBe('uk')
  })
})
