import { PARTS } from '../exchange/bundle.ts'
import { decodeManifest, decodeOperation } from '../exchange/decode-bundle.ts'
import type { Manifest } from '../exchange/manifest.ts'
import { parsed } from '../kit/parsed.ts'
import type { Digest } from '../kit/ports.ts'
import type { Records } from '../model/record.ts'
import { dropSchema, type Drop } from '../operation/drop.ts'
import { canonical, NotCanonical } from '../operation/canonical.ts'
import type { Findings } from './findings.ts'
import type { Placed } from './placed.ts'

/** The manifest, when it can be read: its own form, and whether the operations are those it was made for. */
export function checkManifest(text: string, operations: string, digest: Digest, findings: Findings): Manifest | null {
  const manifest = readManifest(text, findings)
  if (manifest !== null && digest(operations) !== manifest.root) {
    findings.fault('manifest', 'altered', PARTS.operations)
  }
  return manifest
}

export function readManifest(text: string, findings: Findings): Manifest | null {
  findings.examined('manifest')
  const manifest = decodeManifest(text)
  if (!manifest.ok) {
    findings.fault('manifest', manifest.failure.type === 'TooNew' ? 'too-new' : 'bad-manifest', PARTS.manifest)
    return null
  }
  if (canonicalLine(text.trimEnd()) !== text) findings.fault('manifest', 'not-canonical', PARTS.manifest)
  return manifest.value
}

/** Every line of operations: shape, digests, class of each field, order. Gives those that are what they say. */
export function checkLines(
  lines: Iterable<string>,
  consultation: string,
  digest: Digest,
  findings: Findings,
): readonly Placed[] {
  const placed: Placed[] = []
  const [file, seen] = [PARTS.operations, new Set<string>()]
  let [number, former] = [0, '']
  for (const line of lines) {
    number += 1
    findings.examined('operations')
    const operation = decodeOperation(line, consultation, digest)
    if (typeof operation === 'string') {
      findings.fault('operations', operation, file, number)
      continue
    }
    if (seen.has(operation.id)) findings.fault('operations', 'repeated', file, number)
    else if (operation.id < former) findings.fault('operations', 'out-of-order', file, number)
    seen.add(operation.id)
    former = operation.id
    placed.push({ operation, file, line: number })
  }
  return placed
}

/** What is erased everywhere. */
export function checkDrops(text: string, findings: Findings): readonly Drop[] {
  const drops: Drop[] = []
  let former = ''
  for (const [index, line] of linesOf(text).entries()) {
    findings.examined('drops')
    const drop = dropSchema.safeParse(parsed(line)).data
    if (drop === undefined) findings.fault('drops', 'unreadable', PARTS.drops, index + 1)
    else if (line === former) findings.fault('drops', 'repeated', PARTS.drops, index + 1)
    else {
      if (line < former) findings.fault('drops', 'out-of-order', PARTS.drops, index + 1)
      drops.push(drop)
      former = line
    }
  }
  return drops
}

/** What is there, to be compared with what the manifest counts. */
export interface Counted {
  readonly operations: number
  readonly drops: number
  readonly records: Records
}

/** Totals are facts of the file; how many records they make depends on how they are read. */
export function checkCounts({ counts }: Manifest, { operations, drops, records }: Counted, findings: Findings): void {
  const found: Record<string, number> = {}
  for (const { kind } of records.values()) found[kind] = (found[kind] ?? 0) + 1
  const same = (fault: 'total-differs' | 'count-differs', said: number, counted: number): void => {
    findings.examined('counts')
    if (said !== counted) findings.fault('counts', fault, PARTS.manifest)
  }
  same('total-differs', counts.operations, operations)
  same('total-differs', counts.drops, drops)
  same('count-differs', counts.notes, found['note'] ?? 0)
  for (const kind of new Set([...Object.keys(counts.records), ...Object.keys(found)])) {
    same('count-differs', counts.records[kind] ?? 0, found[kind] ?? 0)
  }
}

export const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

function canonicalLine(text: string): string | null {
  try {
    return `${canonical(JSON.parse(text))}\n`
  } catch (error) {
    if (error instanceof NotCanonical || error instanceof SyntaxError) return null
    throw error
  }
}
