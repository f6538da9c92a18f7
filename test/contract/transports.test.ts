import { join } from 'node:path'
import { describe } from 'vitest'
import { composeArchives } from '#node/compose-archives.ts'
import type { RunJob } from '#node/ports.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { archiveContract } from '#shared/contract/archive-contract.ts'
import { dispatch } from '#shared/contract/dispatch.ts'
import type { Send } from '#shared/contract/method.ts'
import { fail } from '#shared/kit/result.ts'
import { aDesktop, jobsHere } from '../build/desktop.ts'
import { aCopyWithout, answerOf, theCommandLine, type CommandLine } from '../electron/cli/command-line.ts'
import { describeTransport, type Call, type Transport } from './describe-transport.ts'

const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(structuredClone(value)))

/** As between the page and the node side: each way, only a copy arrives. */
const overCopies =
  (send: Send): Send =>
  async (method, input) =>
    copied(await send(method, copied(input)))

async function pageTransport(folder: string, wire: (send: Send) => Send): Promise<Transport> {
  const { composed } = await aDesktop(folder)
  const broken = await aDesktop(folder, {
    ...diskLayer,
    list: () => Promise.reject(new Error('the disk is not what it should be')),
  })
  return {
    send: wire(composed.call),
    known: { method: 'settings.save', input: { language: 'es' }, value: { language: 'es' } },
    refused: { method: 'consultation.create', input: { template: 'none' }, type: 'TemplateNotFound' },
    unknown: { method: 'toString', input: {} },
    invalid: { method: 'settings.save', input: { language: 'la' }, type: 'InvalidInput' },
    broken: { method: 'app.read', input: {}, send: wire(broken.composed.call) },
  }
}

describeTransport('a direct call of the page’s contract', (folder) => pageTransport(folder, (send) => send))
describeTransport('the page’s contract over a wire that copies', (folder) => pageTransport(folder, overCopies))

const NO_WORKER: RunJob = () => ({
  result: Promise.resolve(fail({ type: 'JobFailed', reason: 'ended' })),
  cancel: () => {},
})

async function archiveCalls(
  folder: string,
  create: Send,
): Promise<Omit<Transport, 'send' | 'broken'> & { broken: Call }> {
  const file = join(folder, 'start.rapx')
  await create('archive.create', { process: '001', out: file })
  return {
    known: { method: 'archive.inspect', input: { file }, value: { kind: 'complete', notes: 0, sample: false } },
    refused: { method: 'archive.inspect', input: { file: join(folder, 'none.rapx') }, type: 'FileUnreadable' },
    unknown: { method: 'archive.forget', input: { file } },
    invalid: { method: 'archive.merge', input: { files: [], dryRun: true }, type: 'InvalidInput' },
    broken: {
      method: 'archive.report',
      input: { file, type: 'global', lang: 'fr', out: join(folder, 'never.docx') },
    },
  }
}

describeTransport('a direct call of the archives’ contract', async (folder) => {
  const over =
    (runJob: RunJob): Send =>
    (method, input) =>
      dispatch(
        archiveContract,
        composeArchives(runJob, () => {}),
        method,
        input,
      )
  const { broken, ...calls } = await archiveCalls(folder, over(jobsHere))
  return { ...calls, send: over(jobsHere), broken: { ...broken, send: over(NO_WORKER) } }
})

/** A call in the words of the command line, and its answer as the contract gives it. */
const overProcess =
  ({ run }: CommandLine): Send =>
  async (method, input) => {
    const { exit: _, ok, failure, ...value } = answerOf(await run([...wordsOf(method, input), '--json']))
    return ok ? { ok, value } : { ok, failure }
  }

const VERBS: Readonly<Record<string, string>> = {
  'archive.create': 'new',
  'archive.merge': 'merge',
  'archive.report': 'report',
  'archive.inspect': 'inspect',
}

function wordsOf(method: string, input: unknown): readonly string[] {
  const { file, files = file === undefined ? [] : [file], dryRun, ...options } = input as Record<string, unknown>
  const named = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  return [VERBS[method] ?? method, ...(files as string[]), ...named, ...(dryRun === true ? ['--dry-run'] : [])]
}

describe('the built program', () => {
  const whole = theCommandLine()

  describeTransport('the archives’ contract through the process of the command line', async (folder) => {
    const { broken, ...calls } = await archiveCalls(folder, overProcess(whole))
    const damaged = await aCopyWithout(whole, 'worker.js', join(folder, 'damaged'))
    return {
      ...calls,
      send: overProcess(whole),
      // The words are looked at before the contract: what it would refuse does not reach it.
      invalid: { ...calls.invalid, type: 'FileMissing' },
      broken: { ...broken, send: overProcess(damaged) },
    }
  })
})
