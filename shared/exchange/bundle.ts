import type { Digest } from '../kit/ports.ts'
import { canonical } from '../operation/canonical.ts'
import { unionOfDrops, type Drop } from '../operation/drop.ts'
import type { Operation } from '../operation/operation.ts'
import { BUNDLE_FORMAT, BUNDLE_MINOR, type Manifest } from './manifest.ts'

/** A bundle in memory, before and after the ZIP container. */
export interface Bundle {
  readonly manifest: Manifest
  readonly operations: readonly Operation[]
  /** What is destroyed everywhere. */
  readonly drops: readonly Drop[]
}

/** Names of the parts inside the container. */
export const PARTS = {
  manifest: 'manifest.json',
  operations: 'ops.ndjson',
  drops: 'drops.ndjson',
  /** Absent from files that nobody signed. */
  signature: 'signature.json',
} as const

/** The parts of a bundle as texts. Same operations, same bytes, whatever the order they came in. */
export function encodeBundle(
  bundle: Omit<Bundle, 'manifest'> & { readonly manifest: Omit<Manifest, 'root' | 'format' | 'minor' | 'dropsRoot'> },
  digest: Digest,
) {
  const operations = lines(bundle.operations.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const drops = lines(unionOfDrops(bundle.drops))
  const roots = { root: digest(operations), dropsRoot: digest(drops) }
  // A file without anything new in it is no newer to a former version than it was.
  const minor = bundle.manifest.files === undefined ? 1 : BUNDLE_MINOR
  const manifest: Manifest = { ...bundle.manifest, format: BUNDLE_FORMAT, minor, ...roots }
  return { [PARTS.manifest]: canonical(manifest) + '\n', [PARTS.operations]: operations, [PARTS.drops]: drops }
}

const lines = (items: readonly unknown[]): string => items.map((item) => canonical(item) + '\n').join('')

/**
 * `<region>-<axes>-<date>-v<seq>-<8 of digest>.rapx`: no device, counter or person in the name. Names that file systems
 * refuse are spelt in plain letters.
 */
export function bundleFileName(
  { sections, axes, seq, root }: Pick<Manifest, 'sections' | 'axes' | 'seq' | 'root'>,
  date: string,
): string {
  const where = sections.length === 0 ? 'monde' : sections.length > 3 ? 'sections' : sections.join('+')
  const what = axes.length === 0 ? 'axes' : axes.length > 3 ? `${axes.length}axes` : axes.join('+')
  return `${slug(where)}-${slug(what)}-${date}-v${seq}-${slug(root.slice(0, 8))}.rapx`
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9+_]+/g, '_')
    .replace(/^_+|_+$/g, '') || 'x'
