import type { NotOpened } from '#shared/contract/contract.ts'
import type { ConsultationSummary, Workspace } from '#shared/contract/replies.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { openStore, storeFolder, storesFolder } from '../store/consultation-store.ts'
import type { Entry } from '../store/entry.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import type { SettingsFile } from '../store/settings.ts'
import { readSnapshot } from '../store/snapshot.ts'
import { templateNamed } from '../templates/templates.ts'
import type { Ports } from '../ports.ts'
import { OpenWorkspace } from './open-workspace.ts'

/** The consultation on the desk: one at a time, each in a store of its own. */
export class Desk {
  readonly ports: Ports
  readonly layer: FileLayer
  readonly settings: SettingsFile
  #open: OpenWorkspace | null = null

  constructor(ports: Ports, layer: FileLayer, settings: SettingsFile) {
    this.ports = ports
    this.layer = layer
    this.settings = settings
  }

  get open(): OpenWorkspace | null {
    return this.#open
  }

  /** Opens a consultation that has a store; `begin` makes the first entries of one that has none. */
  async take(consultation: string, begin: () => readonly Entry[] = () => []): Promise<Result<Workspace, NotOpened>> {
    if (this.#open?.store.consultation !== consultation) {
      const folder = storeFolder(this.ports.dataFolder, consultation)
      try {
        const store = await openStore(folder, consultation, { ...this.ports, layer: this.layer })
        if (!store.ok) return fail({ type: 'StoreUnreadable', detail: store.failure.segment })
        const isNew = store.value.entries.length === 0
        const first = isNew ? begin() : []
        if (isNew && first.length === 0) return fail({ type: 'ConsultationNotFound' })
        const next = new OpenWorkspace(store.value, this.ports)
        for (const entry of first) orThrow(await next.begin(entry))
        await this.#open?.close()
        this.#open = next
        if (isNew) this.refreshSnapshot()
        await this.settings.change({ current: consultation })
      } catch (error) {
        return fail({ type: 'NotSaved', code: (error as NodeJS.ErrnoException).code ?? 'UNKNOWN' })
      }
    }
    return this.read()
  }

  read(): Result<Workspace, NotOpened> {
    const open = this.#open
    if (open === null) return fail({ type: 'ConsultationNotFound' })
    const consultation = open.records.get(open.store.consultation)
    const template = templateNamed(String(consultation?.f['template'] ?? ''))
    return ok({
      consultation: open.store.consultation,
      sample: consultation?.f['sample'] === true,
      records: [...open.records.values()],
      history: open.history,
      savedAt: open.savedAt,
      lists: template?.lists ?? {},
      documents: (template?.documents ?? []).map(({ key, type, label }) => ({
        key,
        type,
        label: label[this.settings.value.language],
      })),
      readOnly: null,
      found: [],
      drafts: [],
    })
  }

  /** Consultations of this computer, the last written first. Read from snapshots: none is opened for it. */
  async list(): Promise<readonly ConsultationSummary[]> {
    const names = await this.layer.list(storesFolder(this.ports.dataFolder))
    const summaries = await Promise.all(
      names.map(async (id) => {
        const snapshot = await readSnapshot(storeFolder(this.ports.dataFolder, id), this.layer)
        const records = id === this.#open?.store.consultation ? [...this.#open.records.values()] : snapshot?.records
        return records === undefined ? [] : [summaryOf(id, records, snapshot?.at ?? 0)]
      }),
    )
    return summaries.flat().toSorted((a, b) => b.lastWritten - a.lastWritten)
  }

  /** Has the snapshot made again, elsewhere and later: it is a cache, and nobody waits for it. */
  refreshSnapshot(): void {
    void this.#snapshot()
  }

  async #snapshot(): Promise<void> {
    if (this.#open === null) return
    const { folder, consultation } = this.#open.store
    const input = { folder, consultation, at: this.#open.savedAt }
    const done = await this.ports.runJob({ name: 'snapshot', input }, () => {}).result
    if (!done.ok) this.ports.log('snapshot.failed', { code: done.failure.type })
  }

  async close(): Promise<void> {
    await this.#open?.close()
    this.#open = null
  }
}

function summaryOf(id: string, records: readonly AnyRecord[], lastWritten: number): ConsultationSummary {
  const consultation = records.find((record) => record.id === id)
  const f = consultation !== undefined && isKind(consultation, 'consultation') ? consultation.f : {}
  return {
    id,
    label: f.label ?? '',
    template: f.template ?? '',
    sample: f.sample === true,
    notes: records.filter(({ kind }) => kind === 'note').length,
    lastWritten,
  }
}

function orThrow<T>(result: Result<T, { readonly code: string }>): T {
  if (result.ok) return result.value
  throw Object.assign(new Error('not saved'), { code: result.failure.code })
}

/** The entry that begins a consultation made from a template. */
export const beginning = (operations: readonly Operation[]): Entry => ({
  type: 'batch',
  label: 'consultation.create',
  operations: [...operations],
})
