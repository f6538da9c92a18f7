import { decodeOperation } from '#shared/exchange/decode-bundle.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { NotCanonical } from '#shared/operation/canonical.ts'
import { canonicalParts, lineOf } from '#shared/operation/seal.ts'
import type { Findings } from '#shared/verify/findings.ts'
import type { Placed } from '#shared/verify/placed.ts'
import type { Fault } from '#shared/verify/verification.ts'
import { oneByOne } from '../store/entry.ts'
import { readJournal, segmentNumber, type JournalContent, type SegmentSource } from '../store/read-journal.ts'
import { openLine } from '../store/segment.ts'

export interface CheckedJournal {
  readonly content: JournalContent
  /** Each operation once, where it was written first. */
  readonly placed: readonly Placed[]
  /** Operations written in this store, and the streams they were written in. */
  readonly own: { readonly ids: ReadonlySet<string>; readonly streams: ReadonlySet<string> }
}

/** Reads a whole journal: checksums, numbering, chain, heads and ends, then every operation as if a stranger had sent it. */
export async function checkJournal(
  source: SegmentSource,
  { consultation, isOpenHere }: { readonly consultation: string; readonly isOpenHere: boolean },
  digest: Digest,
  findings: Findings,
): Promise<CheckedJournal> {
  const begins: { readonly name: string; readonly after: number }[] = []
  const content = await readJournal(
    {
      list: () => source.list(),
      read: async (name) => {
        const bytes = await source.read(name)
        findings.examined('segments')
        begins.push({ name, after: entriesBefore(bytes, digest) ?? begins.at(-1)?.after ?? 0 })
        return bytes
      },
    },
    consultation,
    digest,
  )
  for (const { segment, reason, lost } of content.damages) {
    findings.fault('segments', reason, segment, lost?.[0] ?? null)
  }
  // A line that is being written while it is read is not one that was cut.
  if (content.torn && !content.closed && !isOpenHere) findings.fault('segments', 'torn', begins.at(-1)?.name ?? '')
  findings.examined('journal', content.entries.length)
  const fileOf = (n: number): string => begins.findLast(({ after }) => after < n)?.name ?? ''
  return { content, ...checkOperations(content, fileOf, consultation, digest, findings) }
}

function entriesBefore(bytes: Uint8Array | null, digest: Digest): number | null {
  const after = firstLineOf(bytes, digest)?.after
  return typeof after === 'number' ? after : null
}

/** What the first line of a segment says, of this version or another; undefined when it is cut or damaged. */
export function firstLineOf(
  bytes: Uint8Array | null,
  digest: Digest,
): { readonly after?: unknown; readonly consultation?: unknown } | undefined {
  const end = bytes?.indexOf(10) ?? -1
  if (bytes === null || end < 0) return undefined
  return openLine(new TextDecoder().decode(bytes.subarray(0, end)), digest) as ReturnType<typeof firstLineOf>
}

function checkOperations(
  { entries }: JournalContent,
  fileOf: (n: number) => string,
  consultation: string,
  digest: Digest,
  findings: Findings,
): Pick<CheckedJournal, 'placed' | 'own'> {
  const placed = new Map<string, Placed>()
  const own = { ids: new Set<string>(), streams: new Set<string>() }
  for (const { n, entry } of entries) {
    const file = fileOf(n)
    for (const one of oneByOne([entry])) {
      for (const operation of 'operations' in one ? one.operations : []) {
        findings.examined('operations')
        const fault = faultOf(operation, consultation, digest)
        if (fault !== null) findings.fault('operations', fault, file, n)
        const known = placed.get(operation.id)
        // Bare in one entry and with what it says in another: the store knows both.
        if (known === undefined) placed.set(operation.id, { operation, file, line: n })
        else placed.set(operation.id, { ...known, operation: { ...known.operation, ...operation } })
        if (one.type !== 'batch' || operation.stamp === undefined) continue
        own.ids.add(operation.id)
        if (operation.stamp.n > 0) own.streams.add(operation.stamp.d)
      }
    }
  }
  return { placed: [...placed.values()], own }
}

/** An operation of the journal is held to what is asked of a stranger's. */
function faultOf(operation: Operation, consultation: string, digest: Digest): Fault | null {
  try {
    const read = decodeOperation(lineOf(canonicalParts(operation)), consultation, digest)
    return typeof read === 'string' ? read : null
  } catch (error) {
    if (error instanceof NotCanonical) return 'unreadable'
    throw error
  }
}

/** Names of the segments in a folder, in order. */
export const segmentsOf = async (source: SegmentSource): Promise<readonly string[]> =>
  (await source.list()).filter((name) => segmentNumber(name) !== null).toSorted()
