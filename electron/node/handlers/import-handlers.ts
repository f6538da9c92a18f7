import type { importCalls } from '#shared/contract/import-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { labelOf } from '#shared/model/label.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { ImportOrder } from '../merge/look-at-import.ts'
import type { ReportFileHead } from '../merge/write-merge-report.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { RunningJobs } from './running-jobs.ts'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** What was put in, looked at again: read in a worker, from the journal. */
export function importHandlers(desk: Desk, jobs: RunningJobs): Handlers<typeof importCalls> {
  return {
    'import.look': async ({ import: id, job }) =>
      desk.open === null ? nothingOpen : jobs.run(job, 'withdrawal.look', orderOf(desk.open, id)),
    'import.report': async ({ import: id, job }) => {
      if (desk.open === null) return nothingOpen
      const done = await jobs.run(job, 'merge.report', { ...orderOf(desk.open, id), write: null })
      return done.ok ? ok(done.value.report) : done
    },
    'import.saveReport': async ({ import: id, as, lang, job }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const done = await jobs.run(job, 'merge.report', { ...orderOf(open, id), write: { as, ...headOf(open, lang) } })
      if (!done.ok) return done
      const { file } = done.value
      try {
        const delivered = file === null ? null : await desk.ports.delivery.save(file.name, file.bytes)
        return ok(delivered === null ? null : { name: delivered.name })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
  }
}

const orderOf = ({ store: { folder, consultation, place } }: OpenWorkspace, id: string): ImportOrder => ({
  folder,
  consultation,
  upTo: place.count,
  import: id,
})

function headOf({ store, records }: OpenWorkspace, lang: Language): ReportFileHead {
  const consultation = records.get(store.consultation)
  return {
    lang,
    consultation: store.consultation,
    title: labelOf(consultation, lang),
    organiser: String(consultation?.f['organiser'] ?? ''),
    sample: consultation?.f['sample'] === true,
  }
}
