import type { NotOpened } from '#shared/contract/contract.ts'
import type { ReadOnly } from '#shared/contract/opening.ts'
import type { ConsultationSummary, Workspace } from '#shared/contract/replies.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { Destruction } from '../erasure/destruction.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { refusedPlace } from '../disk/refused-place.ts'
import { Reserve } from '../disk/reserve.ts'
import { logCodeOf } from '../log-event.ts'
import type { Ports } from '../ports.ts'
import type { KeyRing } from '../protection/key-ring.ts'
import { openStore } from '../store/consultation-store.ts'
import { openDrafts, type Drafts } from '../store/drafts.ts'
import { oneByOne, type Entry } from '../store/entry.ts'
import { readStore } from '../store/open-journal.ts'
import type { SettingsFile } from '../store/settings.ts'
import { storePlace, storesFolder, type StorePlace } from '../store/store-place.ts'
import { lockedSummary, readSummary, summaryOf, writeSummary } from '../store/summary.ts'
import { templateNamed } from '../templates/templates.ts'
import { OpenWorkspace } from './open-workspace.ts'
import { Snapshots } from './snapshots.ts'
import { sweepFiles } from './sweep-files.ts'

export interface TakeOptions {
  /** The first entries of a consultation that has no store yet; without it, none is begun. */
  readonly begin?: () => readonly Entry[]
  readonly takeOver?: boolean
}

/** The consultation on the desk: one at a time, each in a store of its own. */
export class Desk {
  readonly ports: Ports
  readonly layer: FileLayer
  readonly settings: SettingsFile
  readonly reserve: Reserve
  readonly keys: KeyRing
  readonly #snapshots: Snapshots
  readonly #destruction: Destruction
  /** Why nothing may be written in the data folder; null when it may. */
  readonly #refused: ReadOnly | null
  #open: OpenWorkspace | null = null
  #drafts: Drafts | null = null
  #taking: Promise<unknown> = Promise.resolve()
  #tidying: Promise<void> = Promise.resolve()

  constructor(ports: Ports, keys: KeyRing, settings: SettingsFile) {
    this.ports = { ...ports, runJob: keys.runJob }
    this.keys = keys
    this.layer = keys.layer
    this.settings = settings
    this.#snapshots = new Snapshots(this.ports, keys.layer)
    this.#destruction = new Destruction(this.ports)
    this.reserve = new Reserve(ports.dataFolder, keys.layer, ports.randomBytes)
    this.#refused = refusedPlace(ports.dataFolder)
  }

  get open(): OpenWorkspace | null {
    return this.#open
  }

  /** Of what is open; null when nothing may be written there. */
  get drafts(): Drafts | null {
    return this.#drafts
  }

  /** Opens a consultation, one at a time; one that is open to be read only is tried again. */
  take(consultation: string, options: TakeOptions = {}): Promise<Result<Workspace, NotOpened>> {
    const taken = this.#taking.then(() => this.#take(consultation, options))
    this.#taking = taken
    return taken
  }

  async #take(consultation: string, { begin, takeOver = false }: TakeOptions): Promise<Result<Workspace, NotOpened>> {
    const isOpen = this.#open?.store.consultation === consultation
    if (isOpen && this.#open?.store.readOnly === null) return this.read()
    try {
      if (await this.keys.staysLocked(consultation)) return fail({ type: 'Locked' })
      if (isOpen) await this.close()
      const opened = await openStore(this.#placeOf(consultation), this.#storePorts(), {
        begin: begin !== undefined,
        takeOver,
        readOnly: this.#refused,
      })
      if (!opened.ok) return opened
      const next = new OpenWorkspace(opened.value, this.ports)
      const drafts = await this.#prepare(next, begin).catch(async (error: unknown) => {
        await next.close()
        throw error
      })
      await this.close()
      this.#open = next
      this.keys.keepOnly(consultation)
      this.#drafts = drafts
      this.#tidying = this.#tidyFiles(next)
      // Read only, perhaps because the disk takes nothing: then neither does it take this.
      await this.settings.change({ current: consultation }).catch(() => {})
    } catch (error) {
      return fail({ type: 'NotSaved', code: codeOf(error) })
    }
    return this.read()
  }

  async #prepare(next: OpenWorkspace, begin: TakeOptions['begin']): Promise<Drafts | null> {
    const { folder, readOnly, found, isNew } = next.store
    if (isNew) await this.#begin(next, begin?.() ?? [])
    // The store is as it was: without a point it can still be read to its beginning.
    if (found.some(({ type }) => type === 'Migrated')) await next.keepPoint('migration')
    return readOnly === null ? openDrafts(folder, { ...this.ports, layer: this.layer }) : null
  }

  async #begin(next: OpenWorkspace, entries: readonly Entry[]): Promise<void> {
    const [only] = entries
    if (only === undefined) return
    // One entry: a consultation is begun whole or not at all.
    const first: Entry =
      entries.length === 1 ? only : { type: 'together', label: 'begin', entries: [...oneByOne(entries)] }
    const begun = await next.begin(first)
    if (begun.ok) return
    const { readOnly } = next.store
    const code = readOnly?.type === 'CannotWrite' ? readOnly.code : begun.failure.code
    throw Object.assign(new Error('Not begun'), { code })
  }

  #placeOf(consultation: string): StorePlace {
    return storePlace(this.ports.dataFolder, consultation)
  }

  #storePorts(): Parameters<typeof openStore>[1] {
    return {
      ...this.ports,
      layer: this.layer,
      makeSpace: () => this.#giveUpReserve(),
      onSealed: () => this.refreshSnapshot(),
    }
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
      readOnly: open.store.readOnly,
      found: open.store.found,
      drafts: this.#drafts?.drafts ?? [],
    })
  }

  /** The person is told at once: what is said now is saved, and there is little room left. */
  async #giveUpReserve(): Promise<boolean> {
    const isGiven = await this.reserve.giveUp()
    if (isGiven) this.ports.emit('disk.low')
    return isGiven
  }

  /** Consultations of this computer, the last written first. None is opened for it. */
  async list(): Promise<readonly ConsultationSummary[]> {
    const names = await this.layer.list(storesFolder(this.ports.dataFolder))
    const summaries = await Promise.all(names.map((id) => this.#summaryOf(id)))
    return summaries.filter((summary) => summary !== null).toSorted((a, b) => b.lastWritten - a.lastWritten)
  }

  async #summaryOf(id: string): Promise<ConsultationSummary | null> {
    if (this.#open?.store.consultation === id) return summaryOf(id, this.#open.records, this.#open.savedAt)
    if (await this.keys.isLocked(id)) return lockedSummary(id)
    const place = this.#placeOf(id)
    const kept = await readSummary(place.folder, this.layer)
    if (kept !== null) return kept
    const { records, content } = await readStore(place, this.layer, this.ports.digest)
    return content.count === 0 ? null : summaryOf(id, records, 0)
  }

  /** See `Snapshots`; room for bad days is made with it. None is made of words that are being destroyed. */
  refreshSnapshot(): void {
    void this.reserve.fill()
    const store = this.#open?.store
    if (store !== undefined && !store.state.destruction.isPending) this.#snapshots.refresh(store)
  }

  /** Takes what was erased off the disk; whether nothing of it is left. Else it goes on at the next opening. */
  async destroy(onShare?: (share: number) => void): Promise<boolean> {
    const open = this.#open
    if (open?.store.state.destruction.isPending !== true) {
      this.refreshSnapshot()
      return true
    }
    await this.#snapshots.stop()
    const isDone = await this.#destruction.resume(open, onShare)
    this.refreshSnapshot()
    return isDone
  }

  /** Words that are being destroyed go first. Attached files that a stop left without a name go, and those that lie in one place only come to the other. */
  async #tidyFiles(open: OpenWorkspace): Promise<void> {
    await this.destroy()
    if (open !== this.#open || open.store.readOnly !== null) return
    try {
      const shown = new Set([...open.records.values()].map(({ f }) => f['digest']))
      await sweepFiles(open.store, this.ports.runJob, { shown, evenIfDamaged: false })
      await open.store.files.mirror(() => open === this.#open)
    } catch (error) {
      this.ports.log('files.failed', { code: logCodeOf(error) })
    }
  }

  async close(): Promise<void> {
    const open = this.#open
    if (open === null) return
    const drafts = this.#drafts
    this.#open = null
    this.#drafts = null
    await this.#destruction.stop()
    await this.#snapshots.stop()
    await drafts?.close()
    // The lock goes next: nothing is written any more into what others may have then.
    await this.#tidying
    await open.close()
    if (open.store.readOnly !== null) return
    const { folder, consultation } = open.store
    // A list can do without: it then reads the store.
    await writeSummary(folder, summaryOf(consultation, open.records, open.savedAt), this.layer).catch(() => {})
  }
}

/** The entry that begins a consultation made from a template. */
export const beginning = (operations: readonly Operation[]): Entry => ({
  type: 'batch',
  label: 'consultation.create',
  operations: [...operations],
})
