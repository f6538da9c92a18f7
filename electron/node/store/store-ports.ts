import type { ReadOnly } from '#shared/contract/opening.ts'
import type { Clock, Digest, RandomBytes } from '#shared/kit/ports.ts'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import type { Self } from './lock.ts'

export interface StorePorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly randomBytes: RandomBytes
  readonly clock: Clock
  readonly self: Self
  /** Asked for room when the disk is full; false when there is none to make. */
  readonly makeSpace?: () => Promise<boolean>
  /** Told when a segment is settled: a snapshot may be made. */
  readonly onSealed?: () => void
}

export interface OpenOptions {
  /** Begin a store when there is none. */
  readonly begin?: boolean
  /** Take the lock of a program on another computer, which the person says runs no more. */
  readonly takeOver?: boolean
  /** Why nothing may be written here, whatever the disk says. */
  readonly readOnly?: ReadOnly | null
}

/** Does it once more when the disk was full and some room could be made. */
export async function withRoom<T>({ makeSpace }: StorePorts, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC' || !(await makeSpace?.())) throw error
    return work()
  }
}
