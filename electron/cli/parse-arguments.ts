import { basename, resolve } from 'node:path'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { betterName } from './file-name-fault.ts'
import { FORM_VERBS } from './form-verbs.ts'
import { IMPORT_VERBS } from './import-verbs.ts'
import { parseWords } from './parse-words.ts'
import { among, asked, listIn, needed, pick, unlockIn, type ArgumentFailure, type Asked, type Verb } from './verb.ts'

const REPORT_TYPES = ['global', 'regional', 'thematic', 'session', 'minutes']
const LANGUAGES = ['fr', 'en', 'es']
const AUDIENCES = ['section', 'secretariat', 'public', 'circle']
/** What opens a locked file: never among the words of a command, where anyone on the computer reads it. */
const UNLOCK = { 'passphrase-file': 'string', 'identity-file': 'string' } as const

const VERBS: Readonly<Record<string, Verb>> = {
  new: {
    files: 'none',
    options: { process: 'string', edition: 'string', out: 'string' },
    read: (_files, options) =>
      needed(options, ['process', 'out']) ?? asked('archive.create', pick(options, ['process', 'edition', 'out'])),
  },
  ...FORM_VERBS,
  ...IMPORT_VERBS,
  merge: {
    files: 'some',
    options: { out: 'string', report: 'string', 'dry-run': 'boolean', ...UNLOCK },
    read: (files, options) => {
      const dryRun = options['dry-run'] === true
      const missing = dryRun ? null : needed(options, ['out'])
      return (
        missing ?? asked('archive.merge', { files, dryRun, ...pick(options, ['out', 'report']), ...unlockIn(options) })
      )
    },
  },
  export: {
    files: 'one',
    options: {
      out: 'string',
      audience: 'string',
      sessions: 'string',
      sections: 'string',
      axes: 'string',
      syntheses: 'boolean',
      encrypt: 'boolean',
      'encrypt-with': 'string',
      ...UNLOCK,
    },
    read: ([file], options) => {
      const wrong = needed(options, ['audience', 'out']) ?? among(options, 'audience', AUDIENCES)
      if (wrong !== null) return wrong
      const { out, audience, 'encrypt-with': encryptWith } = options
      const listed = {
        sessions: listIn(options, 'sessions'),
        regions: listIn(options, 'sections'),
        axes: listIn(options, 'axes'),
      }
      const flags = { syntheses: options['syntheses'] === true, encrypt: options['encrypt'] === true, encryptWith }
      return asked('archive.export', { file, out, audience, ...listed, ...flags, ...unlockIn(options) })
    },
  },
  report: {
    files: 'one',
    options: {
      type: 'string',
      region: 'string',
      axis: 'string',
      session: 'string',
      lang: 'string',
      date: 'string',
      out: 'string',
      ...UNLOCK,
    },
    read: ([file], options) => {
      const wrong =
        needed(options, ['type', 'out']) ?? among(options, 'type', REPORT_TYPES) ?? among(options, 'lang', LANGUAGES)
      if (wrong !== null) return wrong
      const given = pick(options, ['type', 'region', 'axis', 'session', 'date', 'out'])
      return asked('archive.report', { file, lang: options['lang'] ?? 'fr', ...given, ...unlockIn(options) })
    },
  },
  backup: {
    files: 'one',
    options: { out: 'string', 'passphrase-file': 'string' },
    read: ([store], options) => {
      const { out, 'passphrase-file': passphraseFile } = options
      return needed(options, ['out']) ?? asked('archive.backup', { store, out, passphraseFile })
    },
  },
  restore: {
    files: 'one',
    options: { into: 'string', 'passphrase-file': 'string' },
    read: ([file], options) => {
      const { into, 'passphrase-file': passphraseFile } = options
      return needed(options, ['into']) ?? asked('archive.restore', { file, into, passphraseFile })
    },
  },
  verify: {
    files: 'one',
    options: { 'passphrase-file': 'string' },
    read: ([path], options) => asked('archive.verify', { path, passphraseFile: options['passphrase-file'] }),
  },
  recover: {
    files: 'one',
    options: { out: 'string', 'passphrase-file': 'string' },
    read: ([path], options) => {
      const { out, 'passphrase-file': passphraseFile } = options
      return needed(options, ['out']) ?? asked('archive.recover', { path, out, passphraseFile })
    },
  },
  inspect: {
    files: 'one',
    options: UNLOCK,
    read: ([file], options) => asked('archive.inspect', { file, ...unlockIn(options) }),
  },
}

/** Reads the words of a command into a call of the contract. Unknown words are refused, never guessed. */
export function parseArguments(words: readonly string[]): Result<Asked, ArgumentFailure> {
  const name = words[0] === 'import' ? words.slice(0, 2).join(' ') : (words[0] ?? '')
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb === undefined) return fail({ type: 'UnknownVerb', verb: name })
  const grammar = { ...verb, options: { ...verb.options, json: 'boolean' as const } }
  const parsed = parseWords(grammar, words.slice(name.split(' ').length))
  if (!parsed.ok) return parsed
  const { files, options } = parsed.value
  const unfit = unfitOutput(options['out'], name === 'recover' ? [] : files)
  if (unfit !== null) return fail(unfit)
  const read = verb.read(files, options)
  return read.ok ? ok({ ...read.value, json: options['json'] === true }) : read
}

/** What is written may not take the place of what is read, nor have a name that does not travel. */
function unfitOutput(out: unknown, files: readonly string[]): ArgumentFailure | null {
  if (typeof out !== 'string') return null
  const better = betterName(out)
  if (better !== null) return { type: 'NameRefused', name: basename(out), better }
  return files.some((file) => resolve(file) === resolve(out)) ? { type: 'OutputIsInput', file: out } : null
}
