import { openStore } from '#node/store/consultation-store.ts'
import { operationsOf } from '#node/store/store-state.ts'
import { toPutIn } from '#node/merge/plan-incoming.ts'
import { storePlace } from '#node/store/store-place.ts'
import { planBack } from '#node/versions/plan-back.ts'
import { beginning } from '#node/workspace/desk.ts'
import { OpenWorkspace } from '#node/workspace/open-workspace.ts'
import type { Command } from '#shared/edit/command.ts'
import type { Clock } from '#shared/kit/ports.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { ok, type Result } from '#shared/kit/result.ts'
import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { genesisOperations } from '#shared/process/genesis.ts'
import { CONSULTATION, seededRandom, sha256 } from '../build/author.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { AXIS, SESSION } from './a-consultation.ts'

/** What everyone of a circle begins with. */
const GENESIS: readonly Operation[] = genesisOperations(
  CONSULTATION,
  1,
  [
    { id: CONSULTATION, kind: 'consultation', set: { label: 'Consultation', lang: 'fr' } },
    { id: AXIS, kind: 'axis', set: { label: 'Eau', order: 1 } },
    { id: SESSION, kind: 'session', set: { label: 'Plénière', scale: 'global' } },
  ],
  sha256,
)
export const PLACE = storePlace('/data', CONSULTATION)
let processes = 0

/** One installation: the program's own store and workspace, on a disk in memory. */
export class Installation {
  readonly name: string
  readonly disk: MemoryLayer
  readonly #random: (count: number) => Uint8Array
  readonly #clock: Clock
  #open: OpenWorkspace | null = null

  constructor(name: string, clock: Clock, disk = new MemoryLayer()) {
    this.name = name
    this.disk = disk
    this.#random = seededRandom(name)
    this.#clock = clock
  }

  /** Starts the program as another process, whatever became of the last one. */
  async start(): Promise<void> {
    const pid = (processes += 1)
    const opened = await openStore(
      PLACE,
      {
        layer: this.disk,
        digest: sha256,
        randomBytes: this.#random,
        clock: this.#clock,
        self: { host: 'here', pid, startOf: (other) => (other === pid ? 'now' : null) },
      },
      { begin: true },
    )
    const store = must(opened)
    if (store.readOnly !== null) throw new Error(`opens read only: ${JSON.stringify(store.readOnly)}`)
    this.#open = new OpenWorkspace(store, { clock: this.#clock, digest: sha256, randomBytes: this.#random })
    if (store.isNew) must(await this.#open.begin(beginning(GENESIS)))
  }

  get open(): OpenWorkspace {
    if (this.#open === null) throw new Error('Nothing is open')
    return this.#open
  }

  /** What is on the disk ends in the middle of a line. */
  tear(line: string): void {
    const last = [...this.disk.files.keys()]
      .filter((path) => path.startsWith(`${PLACE.folder}/journal-`))
      .toSorted()
      .at(-1)
    if (last === undefined) return
    this.disk.files.set(last, Buffer.concat([this.disk.files.get(last) ?? new Uint8Array(), Buffer.from(line)]))
  }

  async run(command: Command): Promise<void> {
    must(await this.open.apply(command))
  }

  /** Everything that counts here, as a complete file holds it. */
  async operations(): Promise<readonly Operation[]> {
    const { store } = this.open
    return [...operationsOf(await store.history()).values()].filter(({ id }) => store.state.fold.known.has(id))
  }

  /** Puts contributions in; the id that the journal gives them. */
  async putIn(operations: readonly Operation[], drops: readonly Drop[] = []): Promise<string> {
    const plan = async () => {
      const merged = planMerge(this.open.store.state.fold, this.open.records, operations, drops)
      return ok({ toPutIn: toPutIn({ files: [], operations }, merged) })
    }
    return must(await this.open.merge(plan)).import
  }

  async goBack(position: number): Promise<void> {
    const { folder, consultation } = PLACE
    must(
      await this.open.goBack(async (upTo) => {
        const order = { folder, consultation, upTo, position }
        const planned = await planBack(order, this.disk, { digest: sha256, random: this.#random }, () => {})
        if (planned === null) throw new Error(`no state at ${position}`)
        return ok(planned)
      }),
    )
  }
}

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
