import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createI18n } from '#shared/i18n/translator.ts'
import { failureWords } from '../../renderer/ui/failure-words.ts'

/** Said first of any refused writing, in each language: what was saved still is. */
const SAFE = { fr: 'reste', en: 'still', es: 'sigue' } as const
/** What the words of a person say of a code, when they do not name the code itself. */
const SAID: Readonly<Record<string, Readonly<Record<keyof typeof SAFE, string>>>> = {
  ENOSPC: { fr: 'plein', en: 'full', es: 'lleno' },
  EACCES: { fr: 'accessible', en: 'written', es: 'escritura' },
}

/** What is wrong with the words of a refused writing, in any language. */
export function wordsMissing(failure: { readonly type: string; readonly code: string }): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const { safe, what, todo } = failureWords(createI18n(language), failure)
    const whole = [safe, what, todo].every((words) => words.length > 10 && !/[{}]|failure[:.]/.test(words))
    const isSaid = what.includes(SAID[failure.code]?.[language] ?? failure.code)
    const isRight = whole && safe.includes(SAFE[language]) && isSaid
    return isRight ? [] : [`words of ${failure.code} in ${language}: ${safe} ${what} ${todo}`]
  })
}
