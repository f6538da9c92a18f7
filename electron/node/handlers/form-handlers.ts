import { basename } from 'node:path'
import type { formCalls, FormUnreadable } from '#shared/contract/form-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { formFailure } from '../form/form-failure.ts'
import type { FormOutcome } from '../form/read-form-job.ts'
import { doneJob } from '../jobs.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { RunningJobs } from './running-jobs.ts'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Forms to fill in, and what comes back of them. */
export function formHandlers(desk: Desk, jobs: RunningJobs): Handlers<typeof formCalls> {
  return {
    'form.write': async ({ job, ...asked }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const date = new Date(desk.ports.clock()).toISOString().slice(0, 10)
      const { consultation } = open.store
      const done = await jobs.run(job, 'form.write', {
        ...asked,
        date,
        consultation,
        records: [...open.records.values()],
      })
      if (!done.ok) return done
      try {
        const delivered = await desk.ports.delivery.save(done.value.name, done.value.bytes)
        return ok(delivered === null ? null : { name: delivered.name })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
    'form.preview': async ({ file }) => {
      if (desk.open === null) return nothingOpen
      const read = await readFilled(desk, desk.open, file)
      if (!read.ok) return read
      const { operations: _, ...preview } = read.value
      return ok(preview)
    },
    'form.import': async ({ file }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const read = await readFilled(desk, open, file)
      if (!read.ok) return read
      const { operations, added, alreadyHere, people, issues, session } = read.value
      if (session === null) return fail(formFailure('SessionUnclear', nameOf(desk, file)))
      const edited = await open.applyBatch(operations, 'form.import')
      if (!edited.ok) return edited
      desk.refreshSnapshot()
      return ok({ ...edited.value, added, alreadyHere, people, issues })
    },
  }
}

const nameOf = (desk: Desk, token: string): string => basename(desk.ports.files.path(token) ?? '')

async function readFilled(
  desk: Desk,
  { store, records }: OpenWorkspace,
  token: string,
): Promise<Result<FormOutcome, FormUnreadable | FileFailure>> {
  const path = desk.ports.files.path(token) ?? ''
  const order = { path, consultation: store.consultation, records: [...records.values()] }
  const done = await doneJob(desk.ports.runJob, 'form.read', order)
  return done.ok ? done : fail(formFailure(done.failure, nameOf(desk, token)))
}
