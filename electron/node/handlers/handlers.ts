import type { PageContract } from '#shared/contract/contract.ts'
import type { Handlers } from '#shared/contract/method.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { fail, ok } from '#shared/kit/result.ts'
import type { Desk } from '../workspace/desk.ts'
import { appHandlers } from './app-handlers.ts'
import { attachmentHandlers } from './attachment-handlers.ts'
import { backupHandlers } from './backup-handlers.ts'
import { bundleHandlers } from './bundle-handlers.ts'
import { duplicateHandlers } from './duplicate-handlers.ts'
import { draftHandlers } from './draft-handlers.ts'
import { erasureHandlers } from './erasure-handlers.ts'
import { formHandlers } from './form-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { inboxHandlers } from './inbox-handlers.ts'
import { participantHandlers } from './participant-handlers.ts'
import { pasteHandlers } from './paste-handlers.ts'
import { protectionHandlers } from './protection-handlers.ts'
import { reportHandlers } from './report-handlers.ts'
import { RunningJobs } from './running-jobs.ts'
import { provenanceHandlers } from './provenance-handlers.ts'
import { settlingHandlers } from './settling-handlers.ts'
import { sendHandlers } from './send-handlers.ts'
import { sourceHandlers } from './source-handlers.ts'
import { tableHandlers } from './table-handlers.ts'
import { verifyHandlers } from './verify-handlers.ts'
import { versionHandlers } from './version-handlers.ts'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** What answers each call of the page. */
export function pageHandlers(desk: Desk, tellLanguage: (language: Language) => void): Handlers<PageContract> {
  const jobs = new RunningJobs(desk.ports)
  return {
    ...appHandlers(desk, tellLanguage),
    ...attachmentHandlers(desk),
    ...backupHandlers(desk),
    ...protectionHandlers(desk),
    ...bundleHandlers(desk, jobs),
    ...draftHandlers(desk),
    ...duplicateHandlers(desk, jobs),
    ...erasureHandlers(desk, jobs),
    ...formHandlers(desk, jobs),
    ...importHandlers(desk, jobs),
    ...inboxHandlers(desk),
    ...participantHandlers(desk),
    ...pasteHandlers(desk),
    ...reportHandlers(desk, jobs),
    ...sendHandlers(desk),
    ...sourceHandlers(desk),
    ...provenanceHandlers(desk, jobs),
    ...settlingHandlers(desk, jobs),
    ...tableHandlers(desk),
    ...verifyHandlers(desk, jobs),
    ...versionHandlers(desk, jobs),
    'edit.apply': async (command) => (desk.open === null ? nothingOpen : desk.open.apply(command)),
    'edit.undo': async ({ anyway = false }) => (desk.open === null ? nothingOpen : desk.open.undo(anyway)),
    'edit.redo': async ({ anyway = false }) => (desk.open === null ? nothingOpen : desk.open.redo(anyway)),
    'file.choose': async ({ purpose, many }) => ok(await desk.ports.files.choose(purpose, many)),
    'file.take': async () => ok(desk.ports.files.take()),
  }
}
