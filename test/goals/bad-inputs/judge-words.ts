import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { EXIT, exitCodeOf } from '../../../electron/cli/exit-codes.ts'
import { sayFailure } from '../../../electron/cli/say-failure.ts'

/** What a message must be: in three languages, of the file, whole, without a word of a note, and with its exit code. */
export function complaintOfWords(failure: { readonly type: string }, file: string | null): string | null {
  const about = file === null ? failure : { ...failure, file }
  const said = LANGUAGES.map((language) => sayFailure(about, createTranslator(language)))
  if (new Set(said).size !== LANGUAGES.length) return `not said in each language: ${said.join(' / ')}`
  const bad = said.find((text) => isUnfit(text) || (file !== null && !namesAndMends(text, file)))
  if (bad !== undefined) return `badly said: ${bad}`
  const code = exitCodeOf(failure.type)
  const fit: readonly number[] = file === null ? [EXIT.arguments] : [EXIT.refused, EXIT.files]
  return fit.includes(code) ? null : `exit code ${code}`
}

/** The file, what happened, whether anything is lost, and what to do. */
const namesAndMends = (text: string, file: string): boolean => text.includes(file) && text.split('\n').length === 3

/** Words of the catalogue of failures, in three languages. */
export function warningWords(key: string, values: object): string | null {
  const said = LANGUAGES.map((language) =>
    (createTranslator(language) as unknown as (key: string, values: object) => string)(`failure:${key}`, {
      count: 1,
      ...values,
    }),
  )
  const bad = said.find((text) => text === '' || text.includes(key) || isUnfit(text))
  return bad === undefined && new Set(said).size === LANGUAGES.length ? null : `badly said: ${said.join(' / ')}`
}

const isUnfit = (text: string): boolean => /\{\{|undefined|CANARI/.test(text)
