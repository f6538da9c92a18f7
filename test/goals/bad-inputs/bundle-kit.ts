import { encodeBundle, PARTS } from '#shared/exchange/bundle.ts'
import { canonical } from '#shared/operation/canonical.ts'
import type { Head, Operation, Values } from '#shared/operation/operation.ts'
import { sealOperation } from '#shared/operation/seal.ts'
import { idOf, sha256 } from '../../build/author.ts'
import { AXIS, CONSULTATION, SESSION } from '../a-consultation.ts'
import { rawZip, type RawPart } from './raw-zip.ts'

/** Words that no message may repeat. */
export const SECRET = 'CANARI mots d’une note'

interface Said {
  readonly record?: string
  readonly kind?: string
  readonly class?: Head['k']
  readonly over?: Head['o']
  readonly stream?: string
  readonly counter?: number
  /** Milliseconds since 1970. */
  readonly at?: number
}

let counter = 0

/** An operation of a stranger, as one of ours would be written. */
export function operation(set: Values, said: Said = {}): Operation {
  counter += 1
  const { record = idOf('bad input', String(counter)), kind = 'note', over, at = 1_767_600_000_000 } = said
  const head = { v: 1 as const, c: CONSULTATION, r: record, t: kind, k: said.class ?? 'c' }
  const stamp = {
    x: idOf('salt', String(counter)),
    d: said.stream ?? idOf('a stranger'),
    n: said.counter ?? counter,
    h: `${at.toString(16).padStart(12, '0')}0000`,
    by: idOf('someone'),
    batch: idOf('batch', String(counter)),
  }
  const body = { x: idOf('body', String(counter)), set }
  return sealOperation({ ...head, ...(over === undefined ? {} : { o: over }) }, body, stamp, sha256)
}

/** What makes a note, but for its speaker. */
export const aNote = (set: Values = {}, said: Said = {}): Operation =>
  operation({ text: SECRET, lang: 'fr', session: SESSION, axis: AXIS, kind: 'idea', ...set }, said)

type Manifest = Readonly<Record<string, unknown>>

/** The parts of a bundle of these lines, whatever they say; digests of the manifest are computed again. */
export function partsOf(lines: readonly string[], changes: Manifest = {}): Record<string, string> {
  const counts = { operations: lines.length, drops: 0, notes: lines.length, records: {} }
  const place = { stream: idOf('series'), seq: 1, prev: null, sample: false, counts, sections: [], axes: [] }
  const about = { kind: 'complete', consultation: CONSULTATION, audience: null, ...place } as const
  const parts: Record<string, string> = { ...encodeBundle({ manifest: about, operations: [], drops: [] }, sha256) }
  const operations = lines.map((line) => `${line}\n`).join('')
  const manifest = { ...(JSON.parse(parts[PARTS.manifest] ?? '') as object), root: sha256(operations), ...changes }
  return { ...parts, [PARTS.manifest]: `${JSON.stringify(manifest)}\n`, [PARTS.operations]: operations }
}

const rawParts = (parts: Readonly<Record<string, string | Uint8Array>>): readonly RawPart[] =>
  Object.entries(parts).map(([name, bytes]) => ({ name, bytes }))

/** A bundle of these lines. */
export const bundleOf = (lines: readonly string[], changes: Manifest = {}): Buffer =>
  rawZip(rawParts(partsOf(lines, changes)))

/** A bundle that is whole, of one note. */
export const good = (): readonly RawPart[] => rawParts(partsOf([canonical(aNote())]))

/** The line of a note with one thing in it that is not as it should be, and every digest computed again. */
export function forgedLine(change: (text: string) => string): string {
  const { head, body, stamp } = aNote()
  const bodyText = change(canonical(body))
  const headText = canonical({ ...head, b: sha256(bodyText) })
  return `{"body":${bodyText},"head":${headText},"id":"${sha256(headText)}","stamp":${canonical(stamp)}}`
}
