import { PARTS } from '#shared/exchange/bundle.ts'
import type { BundleFile } from '#shared/exchange/bundle-files.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { checkContents } from '#shared/verify/check-contents.ts'
import { checkCounts, checkDrops, checkLines, checkManifest, linesOf } from '#shared/verify/check-parts.ts'
import { checkRules } from '#shared/verify/check-rules.ts'
import { checkStreams } from '#shared/verify/check-streams.ts'
import { Findings } from '#shared/verify/findings.ts'
import type { Fault, Verification } from '#shared/verify/verification.ts'
import { foldOf } from '../exchange/make-bundle.ts'
import { unpackBundle } from '../exchange/read-bundle.ts'
import { unpackFiles } from '../exchange/unpack-files.ts'
import { checkBundleFiles } from './check-files.ts'
import { CONTAINER, checkNames } from './check-names.ts'
import { toldOf, unread } from './told.ts'

const FAULT_OF: Readonly<Record<string, Fault>> = {
  NotABundle: 'not-a-bundle',
  Truncated: 'truncated',
  TooLarge: 'too-large',
}

/** Verifies what someone sends: reads what a merge would read, and tells all that it finds. */
export async function verifyBundle(bytes: Uint8Array, digest: Digest): Promise<Verification> {
  const findings = new Findings()
  const parts = await checkContainer(bytes, findings)
  const manifest = parts === null ? null : checkManifest(parts.manifest, parts.operations, digest, findings)
  if (parts === null || manifest === null) return unread(findings, false)
  const placed = checkLines(linesOf(parts.operations), manifest.consultation, digest, findings)
  const drops = checkDrops(parts.drops, findings)
  const fold = foldOf(placed.map(({ operation }) => operation))
  checkCounts(manifest, { operations: placed.length, drops: drops.length, records: readRecords(fold) }, findings)
  dropOperations(fold, drops)
  const content = { placed, fold }
  const contents = checkContents(content, findings)
  checkBundleFiles(content, filesOf(bytes), findings)
  checkRules(content, manifest.kind, findings)
  checkStreams(placed, { own: new Set(), current: null }, findings)
  const subject = {
    type: 'bundle' as const,
    kind: manifest.kind,
    locked: false,
    covered: [PARTS.operations],
    uncovered: [PARTS.manifest, PARTS.drops],
  }
  return toldOf(subject, { content, contents }, findings, digest)
}

const filesOf = (bytes: Uint8Array): readonly BundleFile[] =>
  [...unpackFiles(bytes)].map(({ digest, content }) => ({ digest, fault: content.ok ? null : content.failure }))

async function checkContainer(bytes: Uint8Array, findings: Findings) {
  findings.examined('container')
  const texts = await unpackBundle(bytes, 'passed over')
  checkNames(bytes, Object.values(PARTS), findings)
  if (!texts.ok) {
    findings.fault('container', FAULT_OF[texts.failure.type] ?? 'not-a-bundle', CONTAINER)
    return null
  }
  const { [PARTS.manifest]: manifest, [PARTS.operations]: operations, [PARTS.drops]: drops } = texts.value
  if (drops === undefined) findings.fault('drops', 'absent', PARTS.drops)
  if (manifest !== undefined && operations !== undefined) return { manifest, operations, drops: drops ?? '' }
  findings.fault('container', 'not-a-bundle', CONTAINER)
  return null
}
