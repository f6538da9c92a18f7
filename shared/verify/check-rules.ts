import { backupNeedsEncryption } from '../exchange/select.ts'
import type { BundleKind } from '../exchange/manifest.ts'
import { isKind, type AnyRecord, type Records } from '../model/record.ts'
import { dropsOf, saysRulesOnly } from '../operation/drop.ts'
import { addOperation, dropOperations } from '../operation/fold.ts'
import { emptyFold, type FoldState } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'
import { readRecords } from '../operation/read-record.ts'
import { exposureOf } from '../privacy/exposure.ts'
import { levelOfNote, levelOfSession } from '../privacy/levels.ts'
import type { Findings } from './findings.ts'
import { placesOf, type Content } from './placed.ts'

/**
 * Whether a bundle keeps to the rules of its kind: a projection says nothing above what its audience may see nor who wrote
 * it, a complete one holds nothing private nor off the record.
 */
export function checkRules(content: Content, kind: BundleKind, findings: Findings): void {
  if (kind === 'projection') checkProjection(content, findings)
  else if (kind === 'complete') checkComplete(content, findings)
}

/** A backup that is not locked holds nothing that asks for it. */
export function checkClear({ placed, fold }: Content, file: string, findings: Findings): void {
  findings.examined('rules', placed.length)
  if (backupNeedsEncryption(fold) > 0) findings.fault('rules', 'in-clear', file)
}

function checkProjection({ placed, fold }: Content, findings: Findings): void {
  const exposure = exposureOf(asSent(placed, fold))
  const mayBeSent = (operation: Operation): boolean => {
    const classes = exposure.get(operation.head.r)
    if (classes !== undefined) return classes.has(operation.head.k)
    // Of what is not there any more, only that it is not, and the rule it was under.
    return operation.head.k === 'c' && (operation.body === undefined || saysRulesOnly(operation))
  }
  for (const { operation, file, line } of placed) {
    findings.examined('rules')
    if (operation.stamp !== undefined) findings.fault('rules', 'stamp-given', file, line)
    if (isPrivate(operation)) findings.fault('rules', 'private-given', file, line)
    else if (!mayBeSent(operation)) findings.fault('rules', 'above-audience', file, line)
  }
}

function checkComplete({ placed, fold }: Content, findings: Findings): void {
  const records = asSent(placed, fold)
  for (const { operation, file, line } of placed) {
    findings.examined('rules')
    const record = records.get(operation.head.r)
    if (isPrivate(operation)) findings.fault('rules', 'private-inside', file, line)
    else if (record !== undefined && isOff(records, record)) findings.fault('rules', 'off-the-record', file, line)
  }
}

/** What a template says is in every copy of the program: it is nobody's secret. */
const isPrivate = ({ head }: Operation): boolean => head.k === 'p' && head.g === undefined

const isOff = (records: Records, record: AnyRecord): boolean =>
  (isKind(record, 'note') && levelOfNote(records, record) === 6) ||
  (isKind(record, 'session') && levelOfSession(records, record) === 6)

/**
 * The records as whoever sent them could see them: they had accepted their own loosenings, and a consent that also covers
 * what they keep to themselves is not sent, though it counted.
 */
function asSent(placed: Content['placed'], read: FoldState): Records {
  const fold = emptyFold()
  // First, as everywhere: the rules that stay of words that were destroyed are believed of those alone.
  dropOperations(fold, dropsOf(read))
  for (const { operation } of placed) {
    fold.accepted.add(operation.id)
    addOperation(fold, operation)
  }
  const records = readRecords(fold)
  for (const [id, { levels }] of fold.records) {
    const unseen = [...levels.values()].filter(({ consent }) => consent !== null && !records.has(consent))
    const record = records.get(id)
    if (unseen.length === 0 || record === undefined) continue
    const level = Math.min(...unseen.map((writing) => writing.level))
    records.set(id, { ...record, f: { ...record.f, level, promised: level } })
  }
  return records
}

/** Loosenings that came from elsewhere and that nobody here has accepted: they have no effect, and a person decides. */
export function checkAttribution({ placed, fold }: Content, findings: Findings): void {
  const places = placesOf(placed)
  for (const { levels } of fold.records.values()) {
    for (const [id, { level, over }] of levels) {
      findings.examined('attribution')
      const isLooser = over.some((former) => (levels.get(former)?.level ?? 0) > level)
      const place = places.get(id)
      if (isLooser && !fold.accepted.has(id) && place !== undefined) {
        findings.fault('attribution', 'loosening-waits', place.file, place.line)
      }
    }
  }
}
