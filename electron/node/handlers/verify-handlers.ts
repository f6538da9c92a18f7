import { release, type } from 'node:os'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { diagnosticText } from '../diagnostics/diagnostic-text.ts'
import { codeOf } from '../disk/file-layer.ts'
import { lastLogLines } from '../file-log.ts'
import type { Desk } from '../workspace/desk.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = 'store.verify' | 'diagnostic.preview' | 'diagnostic.save'

const LOG_LINES = 500

/** Whether all is well, and what can be told of it to someone who helps. */
export function verifyHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  const { ports } = desk
  let shown: string | null = null
  return {
    'store.verify': async ({ job }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const order = { path: desk.open.store.folder, passphrase: null, isOpenHere: true }
      const done = await jobs.run(job, 'verify', order)
      if (!done.ok) return done
      if (!done.value.ok) return fail({ type: 'JobFailed', reason: done.value.failure.type })
      const faults = done.value.value.checks.reduce((sum, { count }) => sum + count, 0)
      ports.log('verify.done', { n: faults })
      return done.value
    },
    'diagnostic.preview': async ({ job, scale, languages }) => {
      const order = { dataFolder: ports.dataFolder, open: desk.open?.store.consultation ?? null }
      const done = await jobs.run(job, 'stores.survey', order)
      if (!done.ok) return done
      const { language } = desk.settings.value
      const facts = {
        versions: process.versions,
        system: `${type()} ${numbersOf(release())} ${process.arch}`,
        scale,
        languages,
        interfaceLanguage: language,
        stores: done.value,
        numbers: drawn(done.value.length, ports.randomBytes),
        logLines: lastLogLines(ports.dataFolder, LOG_LINES),
      }
      shown = diagnosticText(facts, createTranslator(language) as unknown as (key: string) => string)
      return ok({ text: shown })
    },
    'diagnostic.save': async () => {
      if (shown === null) return ok(null)
      try {
        const delivered = await ports.delivery.save('diagnostic-rapporteur.txt', new TextEncoder().encode(shown))
        return ok(delivered === null ? null : { name: delivered.name })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
  }
}

/** A release of a system may carry a name that someone gave it: only its numbers are told. */
const numbersOf = (text: string): string => /^[\d.]+/.exec(text)?.[0] ?? ''

/** As many different numbers, from 100 to 999. */
function drawn(count: number, randomBytes: Desk['ports']['randomBytes']): readonly number[] {
  const numbers = new Set<number>()
  while (numbers.size < Math.min(count, 800)) {
    const [high = 0, low = 0] = randomBytes(2)
    numbers.add(100 + ((high * 256 + low) % 900))
  }
  return [...numbers]
}
