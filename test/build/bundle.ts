import { encodeBundle, PARTS } from '#shared/exchange/bundle.ts'
import type { BundleKind } from '#shared/exchange/manifest.ts'
import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { CONSULTATION, idOf, sha256 } from './author.ts'

interface BundleTexts {
  readonly manifest: string
  readonly operations: string
  readonly drops: string
}

/** The parts of a bundle of these operations, as they would lie in a file. */
export function bundleOf(
  operations: readonly Operation[],
  kind: BundleKind = 'complete',
  drops: readonly Drop[] = [],
): BundleTexts {
  const counts = { operations: operations.length, drops: drops.length, notes: 0, records: {} }
  const place = { stream: idOf('series'), seq: 1, prev: null, sample: false, counts, sections: [], axes: [] }
  const audience = kind === 'projection' ? 'public' : null
  const manifest = { kind, consultation: CONSULTATION, audience, ...place } as const
  const parts = encodeBundle({ manifest, operations, drops }, sha256)
  return { manifest: parts[PARTS.manifest], operations: parts[PARTS.operations], drops: parts[PARTS.drops] }
}
