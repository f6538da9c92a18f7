import type { ArchiveFailure } from '#shared/contract/archive-contract.ts'
import type { formArchiveCalls } from '#shared/contract/form-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { basename } from 'node:path'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { consultationIdOf, templateRecords } from '#shared/process/template-records.ts'
import { writeArchive, writeFileAt } from '../archive/archive.ts'
import { openApart } from '../archive/open-apart.ts'
import { doneJob, type OnShare } from '../jobs.ts'
import { clock, digest } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { templateNamed } from '../templates/templates.ts'
import { formFailure } from './form-failure.ts'

/** Forms as the command line makes them and reads them back, of files alone. */
export function archiveForms(runJob: RunJob, onProgress: OnShare): Handlers<typeof formArchiveCalls> {
  return {
    'archive.form': async ({ process, edition, out, ...asked }) => {
      const found = await processNamed(process, edition, runJob)
      if (!found.ok) return found
      const date = new Date(clock()).toISOString().slice(0, 10)
      const { bytes } = await doneJob(runJob, 'form.write', { ...asked, date, ...found.value }, onProgress)
      return writeFileAt(out, bytes, { file: out })
    },
    'archive.importForm': async ({ form, into, out }) => {
      const archive = await openApart(into, runJob)
      if (!archive.ok) return archive
      const { bundle, fold, records } = archive.value
      const { consultation } = bundle.manifest
      const order = { path: form, consultation, records: [...records.values()] }
      const read = await doneJob(runJob, 'form.read', order, onProgress)
      if (!read.ok) {
        const failure = formFailure(read.failure, basename(form))
        return fail(failure.type === 'FormUnreadable' ? failure : { ...failure, file: form })
      }
      const { operations, added, alreadyHere, people, issues, session } = read.value
      if (session === null) return fail(formFailure('SessionUnclear', basename(form)))
      for (const operation of operations) addOperation(fold, operation)
      const all = [...bundle.operations, ...operations]
      const made = await writeArchive(out, { consultation, kind: 'complete', operations: all, fold })
      return made.ok ? ok({ ...made.value, added, alreadyHere, people, issues }) : made
    },
  }
}

interface Process {
  readonly consultation: string
  readonly records: readonly AnyRecord[]
}

/** A template by its number, else a file of contributions. */
async function processNamed(
  process: string,
  edition: string | undefined,
  runJob: RunJob,
): Promise<Result<Process, ArchiveFailure>> {
  const template = templateNamed(process)
  if (template !== undefined) {
    const chosen = edition ?? template.edition
    const records = templateRecords(template, digest, chosen).map(({ id, kind, set }) => ({ id, kind, f: set }))
    return ok({ consultation: consultationIdOf(template, chosen, digest), records })
  }
  const archive = await openApart(process, runJob)
  if (!archive.ok) return archive
  return ok({ consultation: archive.value.bundle.manifest.consultation, records: [...archive.value.records.values()] })
}
