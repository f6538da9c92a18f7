import { client } from '../api/client.ts'
import { newId } from './new-id.ts'

export interface RunningJob<T> {
  readonly done: Promise<T>
  readonly cancel: () => void
}

const shareOf = (payload: unknown, job: string): number | null => {
  const said = payload as { readonly job?: unknown; readonly share?: unknown } | null
  return said?.job === job && typeof said.share === 'number' ? said.share : null
}

/** Starts a call that runs as a job and tells how far it is, from 0 to 1. A job that is cancelled answers `JobCancelled`. */
export function startJob<T>(
  call: (job: string) => Promise<T>,
  onProgress: (share: number) => void = () => {},
): RunningJob<T> {
  const job = newId()
  const stop = window.rapporteur.on('job.progress', (payload) => {
    const share = shareOf(payload, job)
    if (share !== null) onProgress(share)
  })
  return { done: call(job).finally(stop), cancel: () => void client['job.cancel']({ job }) }
}
