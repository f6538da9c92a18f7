import type { ContainerFailure, FileFailure } from '#shared/exchange/container-failure.ts'
import type { BundleFailure, SetAside } from '#shared/exchange/decode-bundle.ts'
import type { FileWarning } from '#shared/exchange/file-warnings.ts'
import type { MergeFailure } from '#shared/contract/replies.ts'
import type { TableFailure } from '#shared/programme/table.ts'

type AnyFailure = ContainerFailure | FileFailure | BundleFailure | MergeFailure

/** What becomes of a file, and what a person is told of it. */
export type Outcome =
  | {
      readonly outcome: 'reject'
      readonly type: AnyFailure['type']
      readonly about?: Readonly<Record<string, unknown>>
    }
  | { readonly outcome: 'accept' }
  | { readonly outcome: 'warn'; readonly warning: FileWarning['type'] }
  /** A line of it is set aside and kept; the others are taken in. */
  | { readonly outcome: 'aside'; readonly reason: NonNullable<SetAside['why']> | SetAside['reason'] }
  /** Taken in, and seen by the preview or in what stands after it. */
  | { readonly outcome: 'settle'; readonly seen: Seen }

/** What stands after a file was taken in, read by its judge. */
export type Seen = 'both-kept' | 'stricter-stays' | 'unassigned' | 'cycle-cut' | 'nothing-new'

/** A file that a person may be handed: `id` is its number among those that were thought of. */
export interface BadBundle {
  readonly id: string
  readonly make: () => Uint8Array | readonly Uint8Array[] | string
  readonly expected: Outcome
}

export interface BadTable {
  readonly id: string
  readonly name: string
  readonly make: () => Uint8Array | Promise<Uint8Array>
  readonly expected:
    | { readonly outcome: 'reject'; readonly type: TableFailure['type']; readonly about?: object }
    | { readonly outcome: 'accept'; readonly text?: string }
    | { readonly outcome: 'row'; readonly error: string }
    | { readonly outcome: 'warn'; readonly warning: string }
}
