import { logCodeOf } from '../log-event.ts'
import type { Ports, RunningJob } from '../ports.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { sweepFiles } from '../workspace/sweep-files.ts'
import { noteDestroyed, settle } from './erase.ts'

/** Has the words of dropped operations taken off the disk: one run at a time, taken up again at the next opening. */
export class Destruction {
  readonly #ports: Ports
  #running: Promise<boolean> | null = null
  #job: RunningJob | null = null

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Whether nothing is left to destroy. `onShare` is told of the run that is under way when it comes. */
  resume(open: OpenWorkspace, onShare: (share: number) => void = () => {}): Promise<boolean> {
    this.#running ??= this.#destroy(open, onShare)
      .catch((error: unknown) => {
        this.#ports.log('erasure.failed', { code: logCodeOf(error) })
        return false
      })
      .finally(() => {
        this.#running = null
        this.#job = null
      })
    return this.#running
  }

  async stop(): Promise<void> {
    this.#job?.cancel()
    await this.#running
  }

  async #destroy(open: OpenWorkspace, onShare: (share: number) => void): Promise<boolean> {
    // What is erased while it runs is destroyed in another run.
    while (open.store.readOnly === null && open.store.state.destruction.isPending) {
      const { folder, copies, consultation, state } = open.store
      const { drops } = state.destruction
      const upToSegment = await settle(open)
      const input = { folder, copies, consultation, drops, upToSegment }
      this.#job = this.#ports.runJob({ name: 'store.destroy', input }, (share) => onShare(Number(share)))
      const done = await this.#job.result
      if (!done.ok) {
        if (done.failure.type !== 'JobCancelled') this.#ports.log('erasure.failed', { code: done.failure.type })
        return false
      }
      await sweepFiles(open.store, this.#ports.runJob, { shown: new Set(), evenIfDamaged: true })
      const noted = await noteDestroyed(open, drops)
      if (!noted.ok) return false
    }
    return !open.store.state.destruction.isPending
  }
}
