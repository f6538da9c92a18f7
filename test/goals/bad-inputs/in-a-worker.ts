import { join } from 'node:path'
import { startJob } from '#node/jobs.ts'
import type { RunJob } from '#node/ports.ts'
import { jobsIn } from '../../../electron/cli/worker-threads.ts'
import { onRealDisk } from '../contribution.ts'
import { bundleOf, good } from './bundle-kit.ts'
import { rawZip } from './raw-zip.ts'

/** Few, so that a file of a few megabytes takes it all; the program itself takes up to thirty of them. */
const MEGABYTES = 48
const LINES = 600_000

/** FS-21: a file that takes all the memory of its worker; the files around it are read all the same. */
export async function judgeMemory(): Promise<string | null> {
  const workers = jobsIn(join(import.meta.dirname, 'r9-worker.js'))
  const small: RunJob = (job, onProgress) => workers({ ...job, memory: MEGABYTES }, onProgress)
  const whole = onRealDisk('good.rapx', rawZip(good()))
  const huge = onRealDisk('huge.rapx', bundleOf(Array.from({ length: LINES }, (_, index) => `{"n":${index}}`)))
  const done = await startJob(small, 'bundles.read', { paths: [whole, huge, whole] }).result
  if (!done.ok) return `the others are not read: ${JSON.stringify(done.failure)}`
  const said = done.value.map((read) => (read.ok ? 'read' : read.failure.type)).join(' ')
  return said === 'read NoMemory read' ? null : said
}
