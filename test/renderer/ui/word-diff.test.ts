import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Run, wordDiff } from '../../../renderer/ui/word-diff.ts'

const shown = (runs: readonly Run[]): string =>
  runs.map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `+${text}+` : `-${text}-`)).join('')

const FROM = 'Un plan commun de la ville et de la campagne pour gérer les bassins.'

describe('two versions of a text', () => {
  it.each([
    [
      'Un plan commun de la ville et de la campagne pour administrer ensemble les bassins.',
      'Un plan commun de la ville et de la campagne pour -gérer-+administrer ensemble+ les bassins.',
    ],
    [
      'Un plan de la ville et de la campagne pour gérer tous les bassins.',
      'Un plan -commun -de la ville et de la campagne pour gérer+ tous+ les bassins.',
    ],
    [FROM, FROM],
  ])('differ by whole words, in as many places as they do: %s', (text, expected) =>
    expect(shown(wordDiff(FROM, text))).toBe(expected),
  )

  it('are compared word by word in Arabic, and in Chinese where no blank parts the words', () => {
    expect(shown(wordDiff('نحتاج إلى خطة مشتركة', 'نحتاج إلى خطة واحدة'))).toBe('نحتاج إلى خطة -مشتركة-+واحدة+')
    expect(shown(wordDiff('城市需要水', '城市需要电'))).toBe('城市需要-水-+电+')
  })

  it('lose nothing: both can be read again from the runs', () => {
    const text = fc
      .array(fc.constantFrom('eau', 'ville', 'plan', 'pour', 'ألف', '\n', ','), { maxLength: 30 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const runs = wordDiff(from, to)
        const without = (is: Run['is']): string => runs.map((run) => (run.is === is ? '' : run.text)).join('')
        expect(without('removed')).toBe(to)
        expect(without('added')).toBe(from)
      }),
    )
  })

  it('of a hundred thousand characters are compared without waiting', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `mot${index}`).join(' ')
    const runs = wordDiff(long, `${long.slice(0, 50_000)} et ${long.slice(50_000)}`)
    expect(runs.map(({ text, is }) => (is === 'removed' ? '' : text)).join('')).toContain(' et ')
  })
})
