import { mayMention, mentionsIn, type Called } from '#shared/erasure/mentions.ts'
import { namesFile } from '#shared/model/fields.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { Source } from '#shared/programme/sources/source.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { readSource } from '../import/sources/source-job.ts'
import { StoredFiles } from '../store/files.ts'

/** A source of a session whose words name someone. */
export interface SourceNaming {
  readonly record: string
  /** Of its file. */
  readonly name: string
}

const KINDS: ReadonlySet<string> = new Set(['transcript', 'poll'])

/**
 * Sources whose words name someone surely, those that were taken off and may come back too. One whose bytes are not here,
 * or are no more what they were, says nothing.
 */
export async function sourcesNaming(
  operations: Iterable<Operation>,
  called: Called,
  { folder, copies }: { readonly folder: string; readonly copies: string },
  layer: FileLayer,
): Promise<readonly SourceNaming[]> {
  const found: SourceNaming[] = []
  const files = new StoredFiles({ folder, copies }, layer, false)
  // One after the other: each is whole in memory.
  for (const { record, digest, name } of filesOf(operations)) {
    const bytes = await files.read(digest)
    if (!bytes.ok) continue
    const read = await readSource({ file: { bytes: bytes.value } })
    if (read.ok && names(read.value.source, called)) found.push({ record, name })
  }
  return found
}

function filesOf(operations: Iterable<Operation>) {
  const files = new Map<string, { readonly record: string; readonly digest: string; readonly name: string }>()
  for (const { head, body } of operations) {
    if (!KINDS.has(head.t)) continue
    for (const [field, digest] of Object.entries(body?.set ?? {})) {
      if (!namesFile(head.t, field) || typeof digest !== 'string') continue
      const name = body?.set['fileName']
      files.set(`${head.r} ${digest}`, { record: head.r, digest, name: typeof name === 'string' ? name : '' })
    }
  }
  return files.values()
}

const names = ({ parts }: Source, called: Called): boolean =>
  parts.some(({ who, text, about }) =>
    [who, text, about].some((said) => mayMention(said, called) && mentionsIn(said, called).some(({ sure }) => sure)),
  )
