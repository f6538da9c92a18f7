import * as z from 'zod'
import { commandSchema, type EditFailure } from '../edit/command.ts'
import type { UndoFailure } from '../edit/undo.ts'
import { PASSPHRASE } from '../exchange/passphrase.ts'
import { ref } from '../model/kind.ts'
import { attachmentCalls } from './attachment-calls.ts'
import { diagnosticCalls } from './diagnostic-calls.ts'
import { duplicateCalls } from './duplicate-calls.ts'
import { draftCalls } from './draft-calls.ts'
import { backupCalls, recipient } from './backup-calls.ts'
import type { JobStopped, NothingOpen, NotOpened, NotSaved } from './failures.ts'
import { erasureCalls } from './erasure-calls.ts'
import { formCalls } from './form-calls.ts'
import { importCalls } from './import-calls.ts'
import { fileTokens as tokens, inboxCalls } from './inbox-calls.ts'
import { method } from './method.ts'
import { participantCalls, tableSource } from './participant-calls.ts'
import { pasteCalls } from './paste-calls.ts'
import { protectionCalls } from './protection-calls.ts'
import { provenanceCalls } from './provenance-calls.ts'
import { mapped, settlingCalls } from './settling-calls.ts'
import { sendCalls, passphrases } from './send-calls.ts'
import { sourceCalls } from './source-calls.ts'
import { verifyCalls } from './verify-calls.ts'
import type {
  AppState,
  Edited,
  EvidenceReport,
  ImportEntry,
  MergeDone,
  MergeFailure,
  MergePreview,
  Settings,
  TemplateSummary,
  Workspace,
} from './replies.ts'
import type { TableFailureReply, TableImported, TablePreview } from './table-replies.ts'
import { versionCalls } from './version-calls.ts'

export type { JobStopped, NothingOpen, NotOpened, NotSaved } from './failures.ts'

const nothing = z.object({})
const token = z.string().min(1).max(200)
const language = z.enum(['fr', 'en', 'es'])
/** Chosen by the page, so that it can cancel what it has started. */
const job = z.string().min(1).max(100)
export const REPORT_TYPES = ['global', 'regional', 'thematic', 'session', 'minutes'] as const

const tableOptions = z.object({
  /** `text=contenu,axis=thème`: see `programme/mapping.ts`. */
  map: z.string().max(5_000),
  voices: z.enum(['column', 'row', 'none']),
  create: z.array(z.enum(['axes', 'regions', 'themes'])),
  lang: z.string().min(2).max(10),
})

export type NotReported =
  | NothingOpen
  | NotSaved
  | JobStopped
  | { readonly type: 'NothingToReport' }
  | { readonly type: 'RegionNeeded' }
  | { readonly type: 'AxisNeeded' }
  | { readonly type: 'SessionNeeded' }
export type NotMerged = MergeFailure | NothingOpen | NotSaved | JobStopped

/** Every call the page can make. Nothing else crosses. */
export const contract = {
  'app.read': method<AppState>()(nothing),
  'settings.save': method<Settings, NotSaved>()(
    z.object({
      language: language.optional(),
      role: z.enum(['rapporteur', 'section', 'secretariat']).optional(),
      appearance: z.enum(['light', 'dark', 'system']).optional(),
      reminder: z.enum(['never', 'week', 'day']).optional(),
    }),
  ),
  'template.list': method<readonly TemplateSummary[]>()(nothing),
  'consultation.create': method<Workspace, NotOpened>()(
    z.object({ template: z.string().max(40), edition: z.string().max(60).optional() }),
  ),
  'consultation.open': method<Workspace, NotOpened>()(
    z.object({ consultation: ref, takeOver: z.boolean().optional() }),
  ),
  /** Opens the sample in a store of its own, made anew when it was never opened. */
  'consultation.sample': method<Workspace, NotOpened>()(nothing),
  'workspace.read': method<Workspace, NothingOpen>()(nothing),
  'edit.apply': method<Edited, EditFailure | NothingOpen | NotSaved>()(commandSchema),
  'edit.undo': method<Edited, UndoFailure | NothingOpen | NotSaved>()(z.object({ anyway: z.boolean().optional() })),
  'edit.redo': method<Edited, UndoFailure | NothingOpen | NotSaved>()(z.object({ anyway: z.boolean().optional() })),
  ...attachmentCalls,
  ...draftCalls,
  ...duplicateCalls,
  ...erasureCalls,
  ...formCalls,
  ...importCalls,
  ...inboxCalls,
  ...verifyCalls,
  ...diagnosticCalls,
  /** Opens the system's dialog; the page gets tokens, never paths. */
  'file.choose': method<readonly { readonly token: string; readonly name: string }[]>()(
    z.object({ purpose: z.enum(['bundle', 'notes', 'source', 'folder']), many: z.boolean() }),
  ),
  /** Files that a double click or a second start asked for. */
  'file.take': method<readonly { readonly token: string; readonly name: string }[]>()(nothing),
  /** Opens a `.rapx` as a consultation of its own when none of that identity is here, else says which it belongs to. */
  'bundle.open': method<Workspace, MergeFailure | NotOpened | JobStopped>()(
    z.object({ file: token, passphrase: z.string().max(PASSPHRASE.longest).optional() }),
  ),
  'bundle.preview': method<MergePreview, NotMerged>()(
    z.object({ files: tokens, job, passphrases: passphrases.optional() }),
  ),
  'bundle.merge': method<MergeDone, NotMerged>()(
    z.object({
      files: tokens,
      job,
      passphrases: passphrases.optional(),
      /** Senders that a person has just said to know, under a name when they give one. */
      know: z
        .array(z.object({ file: token, name: z.string().trim().max(200) }))
        .max(1_000)
        .optional(),
      settle: z.array(
        z.object({
          record: ref,
          field: z.string().max(256),
          value: z.union([z.string(), z.boolean(), z.int(), z.null()]),
        }),
      ),
      /** Records that count as others, and pairs that were looked at and are two. */
      ...mapped,
    }),
  ),
  ...provenanceCalls,
  ...settlingCalls,
  'import.list': method<readonly ImportEntry[], NothingOpen>()(nothing),
  'import.withdraw': method<Edited, NothingOpen | NotSaved>()(z.object({ import: z.string().max(64) })),
  'import.restore': method<Edited, NothingOpen | NotSaved>()(z.object({ import: z.string().max(64) })),
  ...sendCalls,
  ...sourceCalls,
  'table.preview': method<TablePreview, TableFailureReply | NothingOpen>()(
    z.object({ ...tableSource, options: tableOptions.optional() }),
  ),
  'table.import': method<TableImported, TableFailureReply | NothingOpen | NotSaved>()(tableOptions.extend(tableSource)),
  ...participantCalls,
  ...pasteCalls,
  'evidence.read': method<EvidenceReport, NothingOpen | JobStopped>()(z.object({ job })),
  'report.write': method<{ readonly name: string } | null, NotReported>()(
    z.object({
      type: z.enum(REPORT_TYPES),
      lang: language,
      region: ref.optional(),
      axis: ref.optional(),
      session: ref.optional(),
      to: recipient.optional(),
      job,
    }),
  ),
  ...backupCalls,
  ...protectionCalls,
  ...versionCalls,
  'job.cancel': method<null>()(z.object({ job })),
  /** Shows the last delivered file in its folder. */
  'delivery.reveal': method<null>()(nothing),
  /** Opens it with the program that the system has for it; shows it in its folder where there is none. */
  'delivery.open': method<null>()(nothing),
}
export type PageContract = typeof contract
