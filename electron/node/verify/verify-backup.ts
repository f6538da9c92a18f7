import { createHash } from 'node:crypto'
import type { Digest } from '#shared/kit/ports.ts'
import type { BundleFile } from '#shared/exchange/bundle-files.ts'
import type { Manifest } from '#shared/exchange/manifest.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { dropsOf } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { checkContents } from '#shared/verify/check-contents.ts'
import { checkCounts, checkLines, readManifest } from '#shared/verify/check-parts.ts'
import { checkClear } from '#shared/verify/check-rules.ts'
import { checkStreams, countersOf } from '#shared/verify/check-streams.ts'
import { Findings } from '#shared/verify/findings.ts'
import type { Placed } from '#shared/verify/placed.ts'
import type { Verification } from '#shared/verify/verification.ts'
import { BACKUP_PARTS, entryOfLine } from '../exchange/backup-lines.ts'
import { unpackOwnFiles } from '../exchange/unpack-files.ts'
import { checkBundleFiles } from './check-files.ts'
import { openLines } from '../exchange/line-parts.ts'
import { foldOf } from '../exchange/make-bundle.ts'
import type { Entry } from '../store/entry.ts'
import { stateOf } from '../store/store-state.ts'
import { CONTAINER, checkNames } from './check-names.ts'
import { toldOf, unread } from './told.ts'

/** Verifies a backup, already unlocked: everything that a restore verifies, line by line instead of all or nothing. */
export async function verifyBackup(bytes: Uint8Array, locked: boolean, digest: Digest): Promise<Verification> {
  const findings = new Findings()
  findings.examined('container')
  const parts = await readParts(bytes).catch(() => null)
  if (parts === null) {
    findings.fault('container', 'truncated', CONTAINER)
    return unread(findings, locked)
  }
  checkNames(bytes, Object.values(BACKUP_PARTS), findings)
  const manifest = readManifest(parts.manifest.lines.map((line) => `${line}\n`).join(''), findings)
  if (manifest === null) return unread(findings, locked)
  if (parts.operations.digest !== manifest.root) findings.fault('manifest', 'altered', BACKUP_PARTS.operations)
  if (parts.journal.digest !== manifest.backup?.journal) findings.fault('manifest', 'altered', BACKUP_PARTS.journal)
  const placed = checkLines(parts.operations.lines, manifest.consultation, digest, findings)
  const entries = checkEntries(parts.journal.lines, placed, manifest, findings)
  const { fold } = stateOf(entries)
  const counted = { operations: placed.length, drops: dropsOf(fold).length, records: readRecords(fold) }
  checkCounts(manifest, counted, findings)
  if (canonicalHash(fold, digest) !== manifest.backup?.state) findings.fault('journal', 'state-differs', CONTAINER)
  const content = { placed, fold }
  const contents = checkContents(content, findings)
  checkBundleFiles(content, parts.files, findings)
  if (!locked) checkClear({ placed, fold: foldOf(placed.map(({ operation }) => operation)) }, CONTAINER, findings)
  checkStreams(placed, { own: new Set(countersOf(placed).keys()), current: null }, findings)
  const covered = [BACKUP_PARTS.operations, BACKUP_PARTS.journal]
  const subject = { type: 'bundle' as const, kind: manifest.kind, locked, covered, uncovered: [BACKUP_PARTS.manifest] }
  return toldOf(subject, { content, contents }, findings, digest)
}

interface Part {
  readonly lines: readonly string[]
  readonly digest: string
}

async function readParts(bytes: Uint8Array) {
  const container = await openLines(bytes)
  const part = async (name: string): Promise<Part> => {
    const [lines, hash]: [string[], ReturnType<typeof createHash>] = [[], createHash('sha256')]
    for await (const line of container.get(name)?.() ?? []) {
      lines.push(line)
      hash.update(`${line}\n`)
    }
    return { lines, digest: hash.digest('base64url') }
  }
  return {
    manifest: await part(BACKUP_PARTS.manifest),
    operations: await part(BACKUP_PARTS.operations),
    journal: await part(BACKUP_PARTS.journal),
    files: await filesOf(bytes),
  }
}

async function filesOf(bytes: Uint8Array): Promise<readonly BundleFile[]> {
  const files: BundleFile[] = []
  for await (const { digest, content } of unpackOwnFiles(bytes)) {
    files.push({ digest, fault: content.ok ? null : content.failure })
  }
  return files
}

/** The journal of a backup: each entry one that exists, of operations that are there, and as many as announced. */
function checkEntries(
  lines: readonly string[],
  placed: readonly Placed[],
  { backup }: Manifest,
  findings: Findings,
): readonly Entry[] {
  const known = new Map<string, Operation>(placed.map(({ operation }) => [operation.id, operation]))
  const entries: Entry[] = []
  for (const [index, line] of lines.entries()) {
    findings.examined('journal')
    const entry = entryOfLine(line, known)
    if (entry === null) findings.fault('journal', 'unreadable', BACKUP_PARTS.journal, index + 1)
    else entries.push(entry)
  }
  if (lines.length !== backup?.entries) findings.fault('journal', 'total-differs', BACKUP_PARTS.manifest)
  return entries
}
