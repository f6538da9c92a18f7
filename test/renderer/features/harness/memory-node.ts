import type { BackupFound } from '../../../../shared/contract/backup-calls.ts'
import { contract, type PageContract } from '../../../../shared/contract/contract.ts'
import { dispatch } from '../../../../shared/contract/dispatch.ts'
import type { Handlers } from '../../../../shared/contract/method.ts'
import type { AppState, Edited, ImportEntry, Settings, Workspace } from '../../../../shared/contract/replies.ts'
import type { AddAttachment } from '../../../../shared/edit/attachments.ts'
import { applyCommand } from '../../../../shared/edit/apply-command.ts'
import type { Author, Position } from '../../../../shared/edit/author.ts'
import type { Command } from '../../../../shared/edit/command.ts'
import type { Writing } from '../../../../shared/edit/draft.ts'
import { undoStepOf, type UndoStep, writeUndo } from '../../../../shared/edit/undo.ts'
import { writeBatch } from '../../../../shared/edit/write-batch.ts'
import { evidenceInput } from '../../../../shared/evidence/evidence-of.ts'
import { readEvidence } from '../../../../shared/evidence/read-evidence.ts'
import { newId, toBase64Url } from '../../../../shared/kit/id.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { applyChange, type Change } from '../../../../shared/model/change.ts'
import type { Records } from '../../../../shared/model/record.ts'
import { addOperation } from '../../../../shared/operation/fold.ts'
import { emptyFold } from '../../../../shared/operation/fold-state.ts'
import type { Operation } from '../../../../shared/operation/operation.ts'
import { readRecord, readRecords } from '../../../../shared/operation/read-record.ts'
import { genesisOperations } from '../../../../shared/process/genesis.ts'
import { consultationIdOf, templateRecords } from '../../../../shared/process/template-records.ts'
import type { Template } from '../../../../shared/process/template.ts'
import { memoryAttachments } from './memory-attachments.ts'
import { memoryErasures } from './memory-erasures.ts'
import { memoryPaste } from './memory-paste.ts'
import { REGISTER } from './memory-register.ts'
import { memorySources } from './memory-sources.ts'
import { memoryVersions } from './memory-versions.ts'
import { verifyAnswers } from './verify-answers.ts'

/** 32 bytes that differ for texts that differ, as far as a screen needs: the page has no synchronous SHA-256. */
export function pageDigest(text: string): string {
  const bytes = new Uint8Array(32)
  for (let lane = 0; lane < 8; lane += 1) {
    let hash = (0x811c9dc5 ^ (lane * 0x9e3779b1)) >>> 0
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
    new DataView(bytes.buffer).setUint32(lane * 4, Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0)
  }
  return toBase64Url(bytes)
}

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
export const pageId = () => newId(random)

/** One consultation in memory, written by the real core: what the node side does, without a disk. */
export function openMemory(template: Template, clock: () => number, edition = template.edition) {
  const consultation = consultationIdOf(template, edition, pageDigest)
  const fold = emptyFold()
  const starting = templateRecords(template, pageDigest, edition)
  for (const operation of genesisOperations(consultation, template.version, starting, pageDigest))
    addOperation(fold, operation)
  const author: Author = { consultation, stream: 'page', by: 'page', digest: pageDigest, random, clock }
  let position: Position = { counter: 0, reading: '' }
  let records: Records = readRecords(fold)
  const steps: UndoStep[] = []

  const take = (operations: readonly Operation[], next: Position): Edited => {
    for (const operation of operations) addOperation(fold, operation)
    position = next
    const change: Change = Object.fromEntries(
      [...new Set(operations.map(({ head }) => head.r))].map((id) => [
        id,
        [records.get(id) ?? null, readRecord(fold, id)],
      ]),
    )
    records = applyChange(records, change)
    return { change, history: { undo: steps.at(-1)?.label ?? null, redo: null }, savedAt: clock() }
  }

  return {
    consultation,
    records: () => records,
    /** Takes in what others wrote. */
    receive(operations: readonly Operation[]): void {
      take(operations, position)
    },
    edit(command: Command | AddAttachment): Result<Edited, { readonly type: string }> {
      const written = applyCommand({ records, newId: pageId }, command)
      if (!written.ok) return written
      const batch = writeBatch(fold, written.value, author, position)
      steps.push(undoStepOf(fold, batch.operations, command.type))
      return ok(take(batch.operations, batch.position))
    },
    write(writings: readonly Writing[], label: string): Edited {
      const batch = writeBatch(fold, writings, author, position)
      steps.push(undoStepOf(fold, batch.operations, label))
      return take(batch.operations, batch.position)
    },
    undo(): Result<Edited, { readonly type: string }> {
      const step = steps.pop()
      if (step === undefined) return fail({ type: 'NothingToUndo' })
      const undone = writeUndo(fold, step, author, position)
      return undone.ok ? ok(take(undone.value.operations, undone.value.position)) : undone
    },
    workspace: (): Workspace => ({
      consultation,
      sample: false,
      records: [...records.values()],
      history: { undo: null, redo: null },
      savedAt: clock(),
      lists: { ...template.lists },
      documents: template.documents.map(({ key, type, label }) => ({ key, type, label: label.fr })),
      readOnly: null,
      found: [],
      drafts: [],
    }),
  }
}
export type Memory = ReturnType<typeof openMemory>

export interface MemoryNode {
  readonly app: AppState
  readonly templates: readonly Template[]
  readonly memory: Memory
  /** The consultation is protected. */
  readonly locked?: boolean
  /** What every writing answers instead of being done. */
  readonly refusal?: { readonly type: string } & Readonly<Record<string, unknown>>
}

/** Files as two sections would have sent them. */
const IMPORTS: readonly ImportEntry[] = [
  {
    id: 'first',
    at: Date.UTC(2021, 4, 12, 9),
    files: [{ name: 'Eurasie-1-4-2021-05-12-v1-aaaaaaaa.rapx', sections: ['Eurasie'], notes: 22 }],
    added: 22,
    withdrawn: false,
  },
  {
    id: 'second',
    at: Date.UTC(2021, 4, 18, 9),
    files: [{ name: 'Afrique-1-4-2021-05-18-v3-bbbbbbbb.rapx', sections: ['Afrique'], notes: 41 }],
    added: 41,
    withdrawn: false,
  },
]

const BACKUP: BackupFound = {
  consultation: '',
  label: 'Deuxième Forum Mondial des Villes Intermédiaires',
  at: Date.UTC(2021, 4, 18, 18, 4),
  encrypted: true,
  sample: false,
  notes: 128,
  sessions: 9,
  imports: 2,
  sections: ['Afrique', 'Eurasie', 'MEWA'],
  here: { newOperations: 12, conflicts: 1 },
}

const RECOVERY_KEY = 'AGE-SECRET-KEY-1ZK9UW33WURKP35G9DM7WXQTQ98VPTV9W4LDGR056P6HXKEYASYAS0FW532'

/** Answers the page as the node side does; a call that no screen shown here makes is a defect. */
export function memoryBridge({ app, templates, memory, refusal, locked = false }: MemoryNode): Window['rapporteur'] {
  let settings: Settings = app.settings
  const handlers = {
    'app.read': async () => ok({ ...app, settings }),
    'settings.save': async (change: Partial<Settings>) => ok((settings = { ...settings, ...change })),
    'template.list': async () =>
      ok(
        templates.map(({ id, icon, edition, name, summary, documentsLabel }) => ({
          id,
          icon,
          edition,
          name: name[settings.language],
          summary: summary[settings.language],
          documents: documentsLabel[settings.language],
        })),
      ),
    'bundle.open': async () => fail({ type: 'TooNew', found: 3, supported: 1 }),
    'workspace.read': async () => ok(memory.workspace()),
    'consultation.open': async () => (locked ? fail({ type: 'Locked' }) : ok(memory.workspace())),
    'consultation.create': async () => ok(memory.workspace()),
    'consultation.sample': async () => ok(memory.workspace()),
    'edit.apply': async (command: Command) => (refusal === undefined ? memory.edit(command) : fail(refusal)),
    'edit.undo': async () => memory.undo(),
    'draft.keep': async () => ok({ at: Date.now() }),
    'import.list': async () => ok(IMPORTS),
    ...memoryErasures(memory),
    ...memoryAttachments(memory),
    ...memorySources(memory, pageId),
    ...memoryPaste(memory, pageDigest),
    'evidence.read': async () =>
      ok({ evidence: readEvidence(evidenceInput(memory.records().values())), computedAt: Date.now() }),
    'report.write': async () => (refusal === undefined ? ok({ name: 'rapport.docx' }) : fail(refusal)),
    'backup.make': async ({ passphrase }: { passphrase?: string }) =>
      passphrase === undefined
        ? fail({ type: 'PassphraseNeeded', records: 3 })
        : ok({ name: 'sauvegarde.rapx', notes: 128, encrypted: true, leftOut: 0, damages: 2, registered: true }),
    'backup.inspect': async ({ passphrase }: { passphrase?: string }) =>
      passphrase === undefined
        ? fail({ type: 'BackupLocked' })
        : passphrase === 'non'
          ? fail({ type: 'WrongPassphrase' })
          : ok({ ...BACKUP, consultation: memory.consultation }),
    'backup.restore': async () => ok(memory.workspace()),
    'backup.merge': async () => ok(memory.workspace()),
    'register.list': async () => ok(REGISTER),
    'protection.state': async () => ok({ isProtected: locked, canRemember: true }),
    'protection.begin': async () => ok({ recoveryKey: RECOVERY_KEY }),
    'protection.turnOn': async ({ recoveryKey }: { recoveryKey: string }) =>
      recoveryKey.replaceAll(' ', '') === RECOVERY_KEY ? ok(memory.workspace()) : fail({ type: 'WrongRecoveryKey' }),
    'protection.turnOff': async () => ok(memory.workspace()),
    'protection.change': async () => ok(null),
    'protection.unlock': async ({ secret }: { secret: string }) =>
      secret === 'non' ? fail({ type: 'WrongSecret' }) : ok(memory.workspace()),
    ...memoryVersions(memory),
    'job.cancel': async () => ok(null),
    ...verifyAnswers(new URLSearchParams(location.search)),
    'delivery.reveal': async () => ok(null),
    'delivery.open': async () => ok(null),
  } as unknown as Handlers<PageContract>
  return {
    send: (method, input) => dispatch(contract, handlers, method, input),
    on: () => () => undefined,
    drop: async () => [],
  }
}
