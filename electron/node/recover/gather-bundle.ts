import { PARTS } from '#shared/exchange/bundle.ts'
import { manifestSchema, type Manifest } from '#shared/exchange/manifest.ts'
import { parsed } from '#shared/kit/parsed.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { dropSchema, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { BACKUP_PARTS, entryOfLine } from '../exchange/backup-lines.ts'
import { operationIds, type Entry } from '../store/entry.ts'
import { byteLines, textOf } from './byte-lines.ts'
import { operationIn } from './find-operations.ts'
import type { Gathered } from './gather-journal.ts'
import { localEntries } from './local-entries.ts'

export interface GatheredBundle extends Gathered {
  readonly consultation: string | null
  readonly drops: readonly Drop[]
  /** Null when it cannot be read. */
  readonly manifest: Manifest | null
}

/** Every operation of a bundle or a backup that can still be read, with or without its directory, manifest and end. */
export async function gatherBundle(bytes: Uint8Array, digest: Digest): Promise<GatheredBundle> {
  const parts = await localEntries(bytes)
  const linesOf = (name: string): readonly string[] => byteLines(parts.get(name) ?? new Uint8Array()).map(textOf)
  const manifest = manifestIn(linesOf(PARTS.manifest)[0])
  const operationLines = linesOf(PARTS.operations)
  const consultation = manifest?.consultation ?? consultationIn(operationLines)
  const operations = new Map<string, Operation>()
  let bad = 0
  for (const line of operationLines) {
    const operation = consultation === null ? null : operationIn(line, consultation, digest)
    if (operation === null) bad += 1
    else operations.set(operation.id, operation)
  }
  const entries: Entry[] = []
  for (const line of linesOf(BACKUP_PARTS.journal)) {
    const entry = entryOfLine(withKnownOnly(line, operations), operations)
    if (entry === null) bad += 1
    else entries.push(entry)
  }
  const held = new Set(entries.flatMap(operationIds))
  return {
    consultation,
    manifest,
    entries,
    loose: [...operations.values()].filter(({ id }) => !held.has(id)),
    drops: linesOf(PARTS.drops).flatMap((line) => dropSchema.safeParse(parsed(line)).data ?? []),
    badLines: bad,
    lostEntries: [],
    sources: [{ file: PARTS.operations, operations: operations.size }],
  }
}

function manifestIn(line: string | undefined): Manifest | null {
  const manifest = manifestSchema.safeParse(parsed(line ?? ''))
  return manifest.success ? manifest.data : null
}

/** That of the first line which says one; every line is held to it afterwards. */
function consultationIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const said = (parsed(line) as { head?: { c?: unknown } } | null | undefined)?.head?.c
    if (typeof said === 'string') return said
  }
  return null
}

/** A line of the journal without the operations that were not found. */
function withKnownOnly(line: string, known: ReadonlyMap<string, Operation>): string {
  const entry = parsed(line)
  return typeof entry === 'object' && entry !== null ? JSON.stringify(onlyKnown(entry)) : line

  function onlyKnown(value: object): object {
    const { operations, entries } = value as { operations?: unknown; entries?: unknown }
    return {
      ...value,
      ...(Array.isArray(operations) ? { operations: operations.filter(isKnown) } : {}),
      ...(Array.isArray(entries) ? { entries: entries.map((one) => onlyKnown(one as object)) } : {}),
    }
  }

  function isKnown(reference: unknown): boolean {
    const id = typeof reference === 'string' ? reference : (reference as { id?: unknown } | null)?.id
    return typeof id === 'string' && known.has(id)
  }
}
