import { describe, expect, it } from 'vitest'
import { reportFileName } from '#shared/report/report-file-name.ts'

const named = (documentKind: string) =>
  reportFileName({
    lang: 'fr',
    title: 'Awa Diop',
    documentKind,
    organiser: '',
    version: '',
    date: '2021-05-19',
    blocks: [],
  })

describe('the name of a document', () => {
  it.each([
    ['Rapport mondial de synthèse', 'rapport-mondial-de-synthese-2021-05-19.docx'],
    ['Synthèse régionale, MEWA', 'synthese-regionale-mewa-2021-05-19.docx'],
    ['Rapporteur’s report, 7 May 2021', 'rapporteur-report-7-may-2021-2021-05-19.docx'],
    ['汇编', 'document-2021-05-19.docx'],
  ])('of %s is %s', (kind, name) => expect(named(kind)).toBe(name))

  it('never holds the title, which may name someone', () => {
    expect(named('Compte rendu')).toBe('compte-rendu-2021-05-19.docx')
  })
})
