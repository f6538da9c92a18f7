import { describe, expect, it } from 'vitest'
import { calledAs, mayMention, mentionsIn, withoutMentions } from '#shared/erasure/mentions.ts'

const AWA = calledAs([{ name: 'Ndongo-Traoré', givenName: 'Amélie' }])
const found = (text: string, called = AWA): readonly (readonly [string, boolean])[] =>
  mentionsIn(text, called).map(({ from, to, sure }) => [text.slice(from, to), sure])

describe('A name looked for in a text', () => {
  it.each([
    ['Comme Amélie Ndongo-Traoré l’a dit', 'Amélie Ndongo-Traoré'],
    ['NDONGO TRAORE Amelie, maire', 'NDONGO TRAORE Amelie'],
    ['(Ndongo\u2011Traoré)', 'Ndongo\u2011Traoré'],
    ['Ame\u0301lie  Ndongo-Traore\u0301 parle', 'Ame\u0301lie  Ndongo-Traore\u0301'],
  ])('is found for sure in « %s »', (text, name) => {
    expect(found(text)).toEqual([[name, true]])
  })

  it('is only proposed by one word of it, which may be someone else’s', () => {
    expect(found('Amélie et M. Traoré sont d’accord')).toEqual([
      ['Amélie', false],
      ['Traoré', false],
    ])
  })

  it('is not in the middle of another word, and is not told of short words', () => {
    expect(found('Les Traorés, Ndongoville')).toEqual([])
    expect(found('de la ville', calledAs([{ name: 'de la Cruz', givenName: '' }]))).toEqual([])
  })

  it('is found where words are not parted by spaces', () => {
    const liMing = calledAs([{ name: '李明', givenName: '' }])
    expect(found('李明说供水不足', liMing)).toEqual([['李明', true]])
    expect(mayMention('供水不足', liMing)).toBe(false)
  })

  it('is replaced by something else, each time, and nothing beside it', () => {
    const text = 'Amélie Ndongo-Traoré dit oui ; Traoré insiste.'
    expect(withoutMentions(text, mentionsIn(text, AWA), '[…]')).toBe('[…] dit oui ; […] insiste.')
  })

  it('says quickly that a text names nobody', () => {
    expect(mayMention('Il faut de l’eau', AWA)).toBe(false)
    expect(mayMention('comme amelie', AWA)).toBe(true)
  })
})
