import { describe, expect, it } from 'vitest'
import { nameKey, nameOrder, splitName } from '#shared/programme/participants/person-name.ts'

describe('a name in one cell', () => {
  it.each([
    ['Sarr, Ndeye', 'Sarr', 'Ndeye'],
    ['SARR Ndeye', 'SARR', 'Ndeye'],
    ['Ndeye SARR', 'SARR', 'Ndeye'],
    ['Ndeye Fatou SARR-DIOP', 'SARR-DIOP', 'Ndeye Fatou'],
    ['N’GUESSAN Kouamé', 'N’GUESSAN', 'Kouamé'],
    ['Moira O’BRIEN', 'O’BRIEN', 'Moira'],
    ['Ewan McGREGOR', 'McGREGOR', 'Ewan'],
    ['Inés DE LA PEÑA', 'DE LA PEÑA', 'Inés'],
    ['Joost van der BERG', 'van der BERG', 'Joost'],
    ['Paulo DA SILVA e SOUZA', 'DA SILVA e SOUZA', 'Paulo'],
    ['d’ALMEIDA Rui', 'd’ALMEIDA', 'Rui'],
    ['Mme SARR Ndeye', 'SARR', 'Ndeye'],
    ['Dr. Ndeye  SARR', 'SARR', 'Ndeye'],
    ['ИВАНОВА Ольга', 'ИВАНОВА', 'Ольга'],
    ['السعيد، ليلى', 'السعيد', 'ليلى'],
  ])('%s', (cell, name, givenName) => {
    expect(splitName(cell)).toEqual({ name, givenName })
  })

  it.each([
    'Shi Qi',
    'María José Ruiz Cano',
    'NDEYE SARR',
    'ليلى السعيد',
    '김민준',
    'Björk',
    'M’Bala',
    'Mohamed ben Ali',
    'X AE A-12',
    'Sarr, maire',
  ])('%s is kept whole where nothing tells the halves', (cell) => {
    expect(splitName(cell).givenName).toBe('')
    expect(splitName(cell).name).not.toBe('')
  })

  it('is divided as the header says, when two words are all there is', () => {
    expect(splitName('Shi Qi', nameOrder('NOM Prénom'))).toEqual({ name: 'Shi', givenName: 'Qi' })
    expect(splitName('Qi Shi', nameOrder('First and last name'))).toEqual({ name: 'Shi', givenName: 'Qi' })
    expect(splitName('Ruiz Inés', nameOrder('Apellidos y nombre'))).toEqual({ name: 'Ruiz', givenName: 'Inés' })
    expect(splitName('Shi Qi', nameOrder('Nom complet'))).toEqual({ name: 'Shi Qi', givenName: '' })
    expect(splitName('Ana María Ruiz', nameOrder('Nombre y apellidos')).givenName).toBe('')
  })

  it('is known again whichever half comes first, with or without accents and signs', () => {
    const key = nameKey({ name: 'N’Diaye', givenName: 'Awa Élise' })
    expect(nameKey({ name: 'AWA-ELISE NDIAYE', givenName: '' })).toBe(key)
    expect(nameKey({ name: 'N’Diaye', givenName: 'Awa' })).not.toBe(key)
  })
})
