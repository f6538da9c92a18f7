import { fail, ok, type Result } from '#shared/kit/result.ts'

/** What is wrong with the words after the program's name: exit code 2. */
export type ArgumentFailure =
  | { readonly type: 'UnknownVerb'; readonly verb: string }
  /** `near`: the option that was probably meant, or nothing. */
  | { readonly type: 'UnknownOption'; readonly option: string; readonly near: string }
  | { readonly type: 'OptionTwice'; readonly option: string }
  | { readonly type: 'OptionMissing'; readonly option: string }
  | {
      readonly type: 'OptionInvalid'
      readonly option: string
      readonly value: string
      readonly known: readonly string[]
    }
  | { readonly type: 'FileMissing' }
  /** A word that the command has no use for: it would be read as a file, and there is one already, or none is read. */
  | { readonly type: 'WordUnexpected'; readonly word: string }
  /** A name that some system does not take, and one that all do. */
  | { readonly type: 'NameRefused'; readonly name: string; readonly better: string }
  | { readonly type: 'OutputIsInput'; readonly file: string }

/** A call of the contract, how its answer is shown, and in which language. */
export interface Asked {
  readonly method: string
  readonly input: Readonly<Record<string, unknown>>
  readonly json: boolean
}

export type Options = Readonly<Record<string, string | boolean | undefined>>
export type Read = (files: readonly string[], options: Options) => Result<Omit<Asked, 'json'>, ArgumentFailure>

/** What may stand after the name of a command. */
export interface Grammar {
  /** How many files it reads. */
  readonly files: 'none' | 'one' | 'some'
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>
}

export interface Verb extends Grammar {
  readonly read: Read
}

export const asked = (method: string, input: Asked['input']): Result<Omit<Asked, 'json'>, ArgumentFailure> =>
  ok({ method, input })

export const invalid = (option: string, value: string, known: readonly string[]): Result<never, ArgumentFailure> =>
  fail({ type: 'OptionInvalid', option, value, known })

export function needed(options: Options, names: readonly string[]): Result<never, ArgumentFailure> | null {
  const missing = names.find((name) => typeof options[name] !== 'string')
  return missing === undefined ? null : fail({ type: 'OptionMissing', option: missing })
}

export function among(options: Options, name: string, known: readonly string[]): Result<never, ArgumentFailure> | null {
  const value = options[name]
  return typeof value === 'string' && !known.includes(value) ? invalid(name, value, known) : null
}

export const unlockIn = (options: Options): Readonly<Record<string, unknown>> => ({
  passphraseFile: options['passphrase-file'],
  identityFile: options['identity-file'],
})

export const listIn = (options: Options, name: string): readonly string[] =>
  typeof options[name] === 'string' ? options[name].split(',').map((one) => one.trim()) : []

export const pick = (options: Options, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])))
