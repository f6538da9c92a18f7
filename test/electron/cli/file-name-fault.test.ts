import { describe, expect, it } from 'vitest'
import { betterName } from '../../../electron/cli/file-name-fault.ts'

describe('a name for a file', () => {
  it.each([
    'rapport.docx',
    'Synthèse — Afrique.docx',
    'تقرير.docx',
    '🗳️ vote.rapx',
    'nulle.docx',
    'com10.rapx',
    'a.b.c',
    'sans-extension',
  ])('is taken as it is: %s', (name) => expect(betterName(`/ailleurs/${name}`)).toBe(null))

  it.each([
    ['NUL.docx', 'NUL_.docx'],
    ['con', 'con_'],
    ['COM1.rapx', 'COM1_.rapx'],
    ['nul.tar.gz', 'nul_.tar.gz'],
    ['report. ', 'report'],
    ['report.docx. ', 'report.docx'],
    ['cod\u202eexe.docx', 'codexe.docx'],
    ['a:b?.docx', 'ab.docx'],
    ['...', 'rapporteur'],
    ['lpt1 .docx', 'lpt1_.docx'],
  ])('that some system does not take has a better one: %j', (name, better) => {
    expect(betterName(name)).toBe(better)
    expect(betterName(better)).toBe(null)
  })
})
