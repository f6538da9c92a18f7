import { encodeBundle, PARTS } from '#shared/exchange/bundle.ts'
import type { Manifest, BundleKind } from '#shared/exchange/manifest.ts'
import { narrowedBy, WHOLE, type Scope } from '#shared/exchange/scope.ts'
import { leftByScope, selectFor } from '#shared/exchange/select.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { asDropped, dropsOf, unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { namedFiles } from '#shared/operation/named-files.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { Audience } from '#shared/privacy/project.ts'
import { signatureOf, type SigningKey } from '../trust/signing.ts'
import { entryOf } from './file-ending.ts'
import { packTexts } from './zip.ts'

/** Where a file stands in its series. */
export interface SeriesPlace {
  readonly stream: string
  readonly seq: number
  /** Digest of the former file's manifest. */
  readonly prev: string | null
}

export interface MadeBundle {
  readonly bytes: Uint8Array
  /** Its parts but for the files, which say what they say and are not searched. */
  readonly texts: Readonly<Record<string, string>>
  readonly manifest: Manifest
  /** Digest of the manifest: what the next file of the series names as `prev`. */
  readonly digest: string
  /** Notes of the scope that the rule keeps here. */
  readonly withheld: number
  /** Notes that the scope leaves out. */
  readonly outside: number
}

export interface BundleOrder {
  readonly kind: BundleKind
  readonly audience: Audience | null
  readonly consultation: string
  readonly place: SeriesPlace
  /** What the operations are narrowed to; everything when absent. */
  readonly scope?: Scope
  /** What its readers were given before and must forget. */
  readonly forget?: readonly Drop[]
  /** Who vouches for the file; nobody when absent. */
  readonly signer?: SigningKey
  /** Where the files that its operations name are; it holds none when absent. */
  readonly files?: FileSource
}

/** Gives the bytes of a digest, null when they are not there whole. */
export type FileSource = (digest: string) => Promise<Uint8Array | null>

/** What goes to others; a backup is made otherwise, see `make-backup.ts`. */
export interface LeavingOrder extends BundleOrder {
  readonly kind: Exclude<BundleKind, 'backup'>
}

/** Selects what may go for this kind and audience, and packs it. */
export const makeBundle = (
  operations: readonly Operation[],
  fold: FoldState,
  order: LeavingOrder,
  digest: Digest,
): Promise<MadeBundle> => packBundle(selectFor(operations, fold, order.kind, order.scope ?? WHOLE), fold, order, digest)

/** Packs operations that were already selected. */
export async function packBundle(
  selected: readonly Operation[],
  fold: FoldState,
  { kind, audience, consultation, place, scope = WHOLE, forget = [], signer, files: source }: BundleOrder,
  digest: Digest,
): Promise<MadeBundle> {
  const sent = selected.map((operation) => asDropped(fold, operation))
  const inside = readRecords(foldOf(sent))
  const sample = [...inside.values()].some((record) => isKind(record, 'consultation') && record.f.sample === true)
  const drops = unionOfDrops([...dropsToSend(sent, fold, kind), ...forget])
  const described = describeRecords(inside, sent.length, drops.length)
  const narrowed = narrowedBy(scope)
  const scoped = narrowed.length === 0 ? {} : { scope: narrowed }
  const files = await filesNamed(sent, source)
  const held = files.size === 0 ? {} : { files: [...files.keys()] }
  const manifest = { kind, audience, consultation, ...place, sample, ...described, ...scoped, ...held }
  const parts = encodeBundle({ manifest, operations: sent, drops }, digest)
  const announced = digest(parts[PARTS.manifest])
  const signature = signer === undefined ? {} : { [PARTS.signature]: signatureOf(announced, signer) }
  const left = leftByScope(fold, scope)
  const notes = [...readRecords(fold).values()].filter((record) => record.kind === 'note')
  const outside = notes.filter(({ id }) => left.has(id)).length
  const texts = { ...parts, ...signature }
  return {
    bytes: await packTexts(texts, new Map([...files].map(([digest, bytes]) => [entryOf(digest, bytes), bytes]))),
    texts,
    manifest: JSON.parse(parts[PARTS.manifest]) as Manifest,
    digest: announced,
    withheld: notes.length - outside - described.counts.notes,
    outside,
  }
}

/** What operations name with a body and is here, in the order of digests. */
export async function filesNamed(
  operations: Iterable<Operation>,
  source: FileSource = async () => null,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const digest of [...namedFiles(operations)].toSorted()) {
    const bytes = await source(digest)
    if (bytes !== null) files.set(digest, bytes)
  }
  return files
}

/** In a projection, only drops of what it sends: the others would count what was never said to its readers. */
export function dropsToSend(sent: readonly Operation[], fold: FoldState, kind: BundleKind): readonly Drop[] {
  if (kind !== 'projection') return dropsOf(fold)
  return sent.flatMap(({ id, head }) => {
    const why = fold.erased.get(head.r)?.get(head.k)
    const ofRecord = why === undefined ? [] : [{ r: head.r, k: [head.k], why }]
    return fold.dropped.has(id) ? [id, ...ofRecord] : ofRecord
  })
}

/** Folds operations alone, as someone who had nothing would. */
export function foldOf(operations: Iterable<Operation>): FoldState {
  const fold = emptyFold()
  for (const operation of operations) addOperation(fold, operation)
  return fold
}

/** What the manifest says of the inside: counts, and the sections and axes of the notes. */
export function describeRecords(
  records: ReadonlyMap<string, AnyRecord>,
  operations: number,
  drops: number,
): Pick<Manifest, 'counts' | 'sections' | 'axes'> {
  const byKind: Record<string, number> = {}
  const sections = new Set<string>()
  const axes = new Set<string>()
  for (const record of records.values()) {
    byKind[record.kind] = (byKind[record.kind] ?? 0) + 1
    if (!isKind(record, 'note')) continue
    const voice = records.get(record.f.voice ?? '')
    sections.add(shortName(records, voice?.f['region']))
    axes.add(shortName(records, record.f.axis))
  }
  const counts = { operations, drops, notes: byKind['note'] ?? 0, records: byKind }
  return { counts, sections: named(sections), axes: named(axes) }
}

const named = (names: ReadonlySet<string>): string[] => [...names].filter((name) => name !== '').toSorted()

function shortName(records: ReadonlyMap<string, AnyRecord>, id: unknown): string {
  const f = typeof id === 'string' ? records.get(id)?.f : undefined
  return String(f?.['short'] ?? f?.['code'] ?? f?.['label'] ?? '')
}
