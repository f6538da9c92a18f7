import type { BundleFile } from '#shared/exchange/bundle-files.ts'
import { asDropped } from '#shared/operation/drop.ts'
import { namedFiles } from '#shared/operation/named-files.ts'
import type { Findings } from '#shared/verify/findings.ts'
import type { Content, Placed } from '#shared/verify/placed.ts'
import type { StoredFiles } from '../store/files.ts'

/** Where each file that operations still name is named first. */
function placesOfFiles({ placed, fold }: Content): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>()
  for (const one of placed) {
    for (const digest of namedFiles([asDropped(fold, one.operation)])) {
      if (!places.has(digest)) places.set(digest, one)
    }
  }
  return places
}

/**
 * The attached files of a store: each that an operation names, there and what it is called by. One of someone else may
 * not have come yet; what no operation names any more goes at the next opening.
 */
export async function checkStoredFiles(
  content: Content,
  isOwn: (operation: string) => boolean,
  files: StoredFiles,
  findings: Findings,
): Promise<void> {
  const places = placesOfFiles(content)
  for (const [digest, { operation, file, line }] of places) {
    findings.examined('files')
    const read = await files.read(digest)
    if (read.ok) continue
    if (read.failure.type === 'FileDamaged') findings.fault('files', 'altered', file, line)
    else findings.fault('files', isOwn(operation.id) ? 'file-lost' : 'file-not-here', file, line)
  }
  for (const digest of await files.list()) {
    if (!places.has(digest)) findings.fault('files', 'file-unnamed', `files/${digest.slice(0, 8)}`)
  }
}

/** The files of a container: each what it is called by, and each that is named there. */
export function checkBundleFiles(content: Content, files: Iterable<BundleFile>, findings: Findings): void {
  const places = placesOfFiles(content)
  const here = new Set<string>()
  for (const { digest, fault } of files) {
    findings.examined('files')
    here.add(digest)
    const name = `files/${digest.slice(0, 8)}`
    if (fault !== null) findings.fault('files', 'altered', name)
    else if (!places.has(digest)) findings.fault('files', 'file-unnamed', name)
  }
  for (const [digest, { file, line }] of places) {
    if (!here.has(digest)) findings.fault('files', 'file-not-here', file, line)
  }
}
