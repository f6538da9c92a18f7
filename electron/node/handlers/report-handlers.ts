import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { fileDigest, nextPlace } from '../workspace/register.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = 'evidence.read' | 'report.write' | 'job.cancel' | 'delivery.reveal' | 'delivery.open'

/** What the data answer, and the documents that say it. */
export function reportHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  let lastPath: string | null = null
  return {
    'evidence.read': async ({ job }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      const done = await jobs.run(job, 'evidence', { records: [...open.records.values()] })
      return done.ok ? ok({ evidence: done.value, computedAt: desk.ports.clock() }) : done
    },
    'report.write': async ({ job, to = '', ...order }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      const date = new Date(desk.ports.clock()).toISOString().slice(0, 10)
      const done = await jobs.run(job, 'report', { ...order, date, records: [...open.records.values()] })
      if (!done.ok) return done
      if (!done.value.ok) return done.value
      const { fileName, bytes, notes } = done.value.value
      try {
        const delivered = await desk.ports.delivery.save(fileName, bytes)
        if (delivered === null) return ok(null)
        lastPath = delivered.path
        const noted = await noteDocument(desk, open, { name: delivered.name, file: fileDigest(bytes), notes, to })
        return noted.ok ? ok({ name: delivered.name }) : noted
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
    'job.cancel': async ({ job }) => {
      jobs.cancel(job)
      return ok(null)
    },
    'delivery.reveal': async () => {
      if (lastPath !== null) desk.ports.delivery.reveal(lastPath)
      return ok(null)
    },
    'delivery.open': async () => {
      const { delivery } = desk.ports
      if (lastPath !== null && !(await delivery.open(lastPath))) delivery.reveal(lastPath)
      return ok(null)
    },
  }
}

/** A document is noted as the files are: its digest is what the series goes on from. */
function noteDocument(
  { ports }: Desk,
  open: OpenWorkspace,
  document: { readonly name: string; readonly file: string; readonly notes: number; readonly to: string },
): ReturnType<OpenWorkspace['note']> {
  const { stream, seq } = nextPlace(open.store.state.sent, 'document', null, ports.randomBytes)
  const series = { kind: 'document', audience: null, stream, seq, manifest: document.file }
  return open.note({ type: 'sent', at: ports.clock(), ...series, ...document })
}
