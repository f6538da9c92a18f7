import type { FileLayer } from '../disk/file-layer.ts'
import { logCodeOf } from '../log-event.ts'
import type { Ports, RunningJob } from '../ports.ts'
import type { ConsultationStore } from '../store/consultation-store.ts'
import { generationsIn } from '../store/snapshot.ts'

/** Has snapshots made elsewhere and later: they are a cache, and nobody waits for them. */
export class Snapshots {
  readonly #ports: Ports
  readonly #layer: FileLayer
  #running: Promise<void> | null = null
  #job: RunningJob | null = null

  constructor(ports: Ports, layer: FileLayer) {
    this.#ports = ports
    this.#layer = layer
  }

  /** Makes one when something has settled since the last; one at a time. */
  refresh(store: ConsultationStore): void {
    this.#running ??= this.#make(store)
      .catch((error: unknown) => this.#ports.log('snapshot.failed', { code: logCodeOf(error) }))
      .finally(() => {
        this.#running = null
        this.#job = null
      })
  }

  /** Stops what is being made: it is made again at the next opening. */
  async stop(): Promise<void> {
    this.#job?.cancel()
    await this.#running
  }

  async #make({ folder, copies, consultation, settled, readOnly }: ConsultationStore): Promise<void> {
    if (readOnly !== null || settled.count === 0) return
    const [newest] = await generationsIn(copies, this.#layer)
    if (newest !== undefined && newest.count >= settled.count) return
    const input = { folder, copies, consultation, settled, at: this.#ports.clock() }
    this.#job = this.#ports.runJob({ name: 'snapshot', input }, () => {})
    const done = await this.#job.result
    if (!done.ok && done.failure.type !== 'JobCancelled')
      this.#ports.log('snapshot.failed', { code: done.failure.type })
  }
}
