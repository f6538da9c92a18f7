import { basename } from 'node:path'
import type { ArchiveContract } from '#shared/contract/archive-contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { consultationIdOf, templateRecords } from '#shared/process/template-records.ts'
import { genesisOperations } from '#shared/process/genesis.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { archiveForms } from '../form/archive-forms.ts'
import { replyOf } from '../handlers/table-reply.ts'
import { doneJob } from '../jobs.ts'
import { foldOf } from '../exchange/make-bundle.ts'
import { clock, digest } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { templateNamed, templates } from '../templates/templates.ts'
import { filesOfArchives } from './archive-files.ts'
import { writeArchive, writeFileAt } from './archive.ts'
import { exportArchive } from './export-archive.ts'
import { importParticipants } from './import-participants.ts'
import { openApart } from './open-apart.ts'
import { unlockOf } from './unlock-files.ts'
import { mergeGiven } from './merge-given.ts'
import { verifyHandlers } from './verify-archives.ts'
import { backupOfStore, restoreIntoFolder } from './store-backup.ts'
import { chooseSubject } from './report-subject.ts'

/** Share of the work that is done, for a terminal. */
export type OnProgress = (share: number) => void

/** What answers each call of the command line. */
export function archiveHandlers(runJob: RunJob, onProgress: OnProgress): Handlers<ArchiveContract> {
  return {
    ...archiveForms(runJob, onProgress),
    ...verifyHandlers(runJob, onProgress),
    'archive.create': async ({ process, edition, out }) => {
      const template = templateNamed(process)
      if (template === undefined) return fail({ type: 'TemplateNotFound', known: templates.map(({ id }) => id) })
      const chosen = edition ?? template.edition
      const consultation = consultationIdOf(template, chosen, digest)
      const operations = genesisOperations(
        consultation,
        template.version,
        templateRecords(template, digest, chosen),
        digest,
      )
      return writeArchive(out, { consultation, kind: 'complete', operations, fold: foldOf(operations) })
    },
    'archive.importTable': async ({ table, into, out, ...choices }) => {
      const archive = await openApart(into, runJob)
      if (!archive.ok) return archive
      const { bundle, fold, records } = archive.value
      const { consultation } = bundle.manifest
      const job = { path: table, consultation, records: [...records.values()], choices, lang: choices.lang }
      const done = await doneJob(runJob, 'table.notes', job, onProgress)
      if (!done.ok) return fail(replyOf(done.failure, basename(table)))
      const { operations, added, alreadyHere, toCreate, errors } = done.value
      for (const operation of operations) addOperation(fold, operation)
      const all = { operations: [...bundle.operations, ...operations], fold, files: filesOfArchives([archive.value]) }
      const made = await writeArchive(out, { consultation, kind: 'complete', ...all })
      if (!made.ok) return made
      const created = { axes: toCreate.axes.length, regions: toCreate.regions.length, themes: toCreate.themes.length }
      return ok({ ...made.value, added, alreadyHere, created, errors })
    },
    'archive.importParticipants': (order) => importParticipants(order, runJob, onProgress),
    'archive.merge': (order) => mergeGiven(order, runJob, onProgress),
    'archive.export': (order) => exportArchive(order, runJob),
    'archive.report': async ({ file, out, date, ...asked }) => {
      const unlock = await unlockOf(asked)
      if (!unlock.ok) return unlock
      const archive = await openApart(file, runJob, unlock.value)
      if (!archive.ok) return archive
      const subject = chooseSubject(archive.value.records, asked)
      if (!subject.ok) return subject
      const today = date ?? new Date(clock()).toISOString().slice(0, 10)
      const order = { ...subject.value, date: today, records: [...archive.value.records.values()] }
      const done = await doneJob(runJob, 'report', order, onProgress)
      if (!done.ok) return fail({ type: 'NothingToReport' })
      const { bytes, notes, changed } = done.value
      return writeFileAt(out, bytes, { file: out, notes, changed })
    },
    'archive.backup': (order) => backupOfStore(order, runJob, onProgress),
    'archive.restore': (order) => restoreIntoFolder(order, runJob, onProgress),
    'archive.inspect': async ({ file, ...asked }) => {
      const unlock = await unlockOf(asked)
      return unlock.ok ? doneJob(runJob, 'archive.inspect', { file, unlock: unlock.value }, onProgress) : unlock
    },
  }
}
