import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { ArgumentFailure, Grammar, Options } from './verb.ts'

/** What stands after the name of a command, sorted. */
export interface Words {
  readonly files: readonly string[]
  readonly options: Options
}

/** Sorts words into files and options. Whatever the command has no use for is refused, and done nothing about. */
export function parseWords(grammar: Grammar, words: readonly string[]): Result<Words, ArgumentFailure> {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(grammar.options).map(([option, type]) => [option, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName } = token
    if (!Object.hasOwn(grammar.options, name)) {
      return fail({ type: 'UnknownOption', option: rawName, near: nearest(name, Object.keys(grammar.options)) })
    }
    if (given.has(name)) return fail({ type: 'OptionTwice', option: name })
    given.add(name)
    // Not strict, so an option that lost its value comes as true.
    if (grammar.options[name] === 'string' && token.value === undefined) {
      return fail({ type: 'OptionMissing', option: name })
    }
  }
  return wrongFiles(grammar.files, positionals) ?? ok({ files: positionals, options: values })
}

function wrongFiles(expected: Grammar['files'], files: readonly string[]): Result<never, ArgumentFailure> | null {
  const unexpected = { none: files[0], one: files[1], some: undefined }[expected]
  if (unexpected !== undefined) return fail({ type: 'WordUnexpected', word: unexpected })
  return expected !== 'none' && files.length === 0 ? fail({ type: 'FileMissing' }) : null
}

/** The known option that begins as this one does, or is as good as the same. */
function nearest(option: string, known: readonly string[]): string {
  const isNear = (one: string): boolean => option.startsWith(one) || (option.length > 1 && one.startsWith(option))
  return known.find(isNear) ?? ''
}
