import { archiveContract, type ArchiveContract } from '#shared/contract/archive-contract.ts'
import { createClient, dispatch } from '#shared/contract/dispatch.ts'
import type { Client } from '#shared/contract/method.ts'
import { preferredLanguage } from '#shared/i18n/languages.ts'
import { createTranslator, type Translate } from '#shared/i18n/translator.ts'
import type { Result } from '#shared/kit/result.ts'
import { composeArchives } from '#node/compose-archives.ts'
import { VERSION } from '#node/version.ts'
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes.ts'
import { parseArguments } from './parse-arguments.ts'
import { progressLine } from './progress-line.ts'
import { sayDone } from './say-done.ts'
import { sayFailure } from './say-failure.ts'
import type { Asked } from './verb.ts'
import { runJob } from './worker-threads.ts'

/** Runs one command and gives the exit code. Answers go to the standard output, failures and progress to the error one. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  const translate = createTranslator(preferredLanguage([process.env['LC_ALL'] || process.env['LANG'] || 'fr']))
  if (words.length === 0 || words[0] === '--help') return print(translate('cli:help', { version: VERSION }))
  if (words[0] === '--version') return print(`Rapporteur ${VERSION}`)
  const client = clientOf(progressLine(process.stderr))
  if (words[0] === 'demo') {
    const { runDemo } = await import('./demo.ts')
    return runDemo(client, words.slice(1), translate)
  }
  const asked = parseArguments(words)
  if (!asked.ok) return refuse(asked.failure, words.includes('--json'), translate)
  const answer = await call(client, asked.value)
  if (!answer.ok) return refuse(answer.failure as { type: string }, asked.value.json, translate)
  return sayDone(asked.value, answer.value, translate)
}

function clientOf(onProgress: (share: number) => void): Client<ArchiveContract> {
  const handlers = composeArchives(runJob, onProgress)
  return createClient(archiveContract, (method, input) =>
    dispatch(archiveContract, handlers, method, input, (_method, error) => console.error(error)),
  )
}

const call = (client: Client<ArchiveContract>, { method, input }: Asked): Promise<Result<unknown, unknown>> =>
  (client as unknown as Record<string, (input: unknown) => Promise<Result<unknown, unknown>>>)[method]?.(input) ??
  Promise.reject(new Error(method))

function print(text: string): ExitCode {
  console.log(text)
  return EXIT.done
}

function refuse(failure: { readonly type: string }, json: boolean, translate: Translate): ExitCode {
  const code = exitCodeOf(failure.type)
  if (json) console.log(JSON.stringify({ ok: false, exit: code, failure }))
  else console.error(sayFailure(failure, translate))
  return code
}
