import { isKeptApart } from '../edit/join-records.ts'
import { follow } from '../evidence/follow.ts'
import type { AnyRecord, Records } from '../model/record.ts'
import { notesBearing } from './equivalent-notes.ts'
import { ALIKE, isWithin, LabelIndex, labelWords, sameFigures, type LabelWords } from './equivalent-words.ts'
import { likeness } from './trigrams.ts'

/** In the order in which they are asked about. */
const KINDS = ['theme', 'axis', 'region', 'organisation', 'person'] as const

/** What makes two records look like one: the same words, almost the same, one word more, the same notes. */
export const LIKENESSES = ['same', 'alike', 'within', 'together'] as const

/** A question for a person: does `record` count as `into`? Nothing is ever joined without an answer. */
export interface Equivalent {
  readonly kind: (typeof KINDS)[number]
  readonly record: string
  readonly into: string
  readonly likeness: (typeof LIKENESSES)[number]
  /** Notes that would follow. */
  readonly notes: number
}

/** What a proposal rests on. */
interface Ground {
  readonly records: Records
  /** What contributions bring: the rest is joined to, never the other way round. */
  readonly fresh: ReadonlySet<string>
  readonly bearing: ReadonlyMap<string, ReadonlySet<string>>
  readonly labels: ReadonlyMap<string, readonly LabelWords[]>
  /** Organisations of each person. */
  readonly organisations: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Records that look like one, the surest first, one question for each record. With `fresh`, only what those records look
 * like. Persons are proposed on name and organisation together, never on a name alone.
 */
export function equivalentsIn(records: Records, fresh: ReadonlySet<string> = new Set()): readonly Equivalent[] {
  const ground: Ground = {
    records,
    fresh,
    bearing: notesBearing(records),
    labels: labelsOf(records),
    organisations: organisationsOf(records),
  }
  return KINDS.flatMap((kind) => proposed(ground, kind))
}

function proposed(ground: Ground, kind: Equivalent['kind']): readonly Equivalent[] {
  const { records, fresh, labels } = ground
  const standing = [...records.values()].filter(
    (one) => one.kind === kind && follow(records, one.id, 'into') === one.id,
  )
  const index = new LabelIndex()
  for (const { id } of standing) for (const label of labels.get(id) ?? []) index.add(id, label)
  const asked = fresh.size === 0 ? standing : standing.filter(({ id }) => fresh.has(id))
  const found = asked.flatMap((one) => {
    const near = new Set<string>()
    for (const label of labels.get(one.id) ?? []) for (const id of index.near(label)) near.add(id)
    const others = kind === 'theme' ? standing : standing.filter(({ id }) => near.has(id))
    return others.flatMap((other) => compared(ground, kind, one, other) ?? [])
  })
  return bestOfEach(found)
}

/** One question for each record, and none whose answer hangs on another: what is joined to is not joined itself. */
function bestOfEach(found: readonly Equivalent[]): readonly Equivalent[] {
  const sorted = found.toSorted(
    (a, b) =>
      LIKENESSES.indexOf(a.likeness) - LIKENESSES.indexOf(b.likeness) ||
      b.notes - a.notes ||
      (a.record + a.into < b.record + b.into ? -1 : 1),
  )
  const [joined, targets] = [new Set<string>(), new Set<string>()]
  return sorted.filter(({ record, into }) => {
    if (joined.has(record) || joined.has(into) || targets.has(record)) return false
    joined.add(record)
    targets.add(into)
    return true
  })
}

function compared(ground: Ground, kind: Equivalent['kind'], one: AnyRecord, other: AnyRecord): Equivalent | null {
  if (one.id === other.id || isKeptApart(one, other)) return null
  const found = likenessOf(ground, kind, one, other)
  if (found === null) return null
  const [record, into] = inOrder(ground, one, other)
  return { kind, record: record.id, into: into.id, likeness: found, notes: ground.bearing.get(record.id)?.size ?? 0 }
}

function likenessOf(
  ground: Ground,
  kind: Equivalent['kind'],
  one: AnyRecord,
  other: AnyRecord,
): Equivalent['likeness'] | null {
  const { labels, organisations } = ground
  const pairs = (labels.get(one.id) ?? []).flatMap((a) => (labels.get(other.id) ?? []).map((b) => [a, b] as const))
  const isSame = pairs.some(([a, b]) => a.key === b.key)
  if (kind === 'person') {
    const isShared = [...(organisations.get(one.id) ?? [])].some((id) => organisations.get(other.id)?.has(id) === true)
    return !isShared ? null : isSame ? 'same' : pairs.some(areAlike) ? 'alike' : null
  }
  if (kind === 'theme' && areParted(ground.records, one, other, isSame)) return null
  if (isSame) return 'same'
  if (pairs.some(areAlike)) return 'alike'
  if (kind !== 'theme' || !comeFromTwo(ground, one, other)) return null
  return pairs.some(([a, b]) => isWithin(a, b)) ? 'within' : areTogether(ground, one, other) ? 'together' : null
}

const areAlike = ([a, b]: readonly [LabelWords, LabelWords]): boolean =>
  sameFigures(a, b) && likeness(a.trigrams, b.trigrams) >= ALIKE

/** A theme above the other, or of another axis when its words differ, is another theme. */
function areParted(records: Records, one: AnyRecord, other: AnyRecord, isSame: boolean): boolean {
  if (above(records, one).has(other.id) || above(records, other).has(one.id)) return true
  const [a, b] = [one, other].map(({ f }) =>
    typeof f['axis'] === 'string' ? follow(records, f['axis'], 'into') : null,
  )
  return !isSame && a !== null && b !== null && a !== b
}

function above(records: Records, theme: AnyRecord): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = theme.f['parent']; typeof at === 'string'; at = records.get(at)?.f['parent']) {
    at = follow(records, at, 'into')
    if (found.has(at)) break
    found.add(at)
  }
  return found
}

/** One hand that makes two themes of neighbouring words means two. */
const comeFromTwo = ({ fresh }: Ground, one: AnyRecord, other: AnyRecord): boolean =>
  fresh.has(one.id) !== fresh.has(other.id) || one.f['proposedBy'] !== other.f['proposedBy']

/** Notes from which two themes are seen to go together, and the share of those of the lesser one. */
const TOGETHER = { notes: 4, share: 0.8 }

function areTogether({ bearing }: Ground, one: AnyRecord, other: AnyRecord): boolean {
  const [a, b] = [bearing.get(one.id), bearing.get(other.id)]
  if (a === undefined || b === undefined) return false
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const note of few) if (many.has(note)) common += 1
  return common >= TOGETHER.notes && common >= few.size * TOGETHER.share
}

/** What came joins what was there; else the one that fewer notes bear joins the other. */
function inOrder({ fresh, bearing }: Ground, one: AnyRecord, other: AnyRecord): readonly [AnyRecord, AnyRecord] {
  if (fresh.has(one.id) !== fresh.has(other.id)) return fresh.has(one.id) ? [one, other] : [other, one]
  const difference = (bearing.get(one.id)?.size ?? 0) - (bearing.get(other.id)?.size ?? 0)
  return difference < 0 || (difference === 0 && one.id > other.id) ? [one, other] : [other, one]
}

const LABELS = ['label', 'label:fr', 'label:en', 'label:es', 'name', 'acronym']

/** Of each record, its labels in all languages and those of what was joined into it: an answer holds for the same words. */
function labelsOf(records: Records): ReadonlyMap<string, readonly LabelWords[]> {
  const found = new Map<string, Map<string, LabelWords>>()
  for (const record of records.values()) {
    if (!KINDS.some((kind) => kind === record.kind)) continue
    const target = follow(records, record.id, 'into')
    const labels = found.get(target) ?? new Map<string, LabelWords>()
    for (const said of saidOf(record)) {
      const label = labelWords(said)
      if (label !== null) labels.set(label.text, label)
    }
    found.set(target, labels)
  }
  return new Map([...found].map(([id, labels]) => [id, [...labels.values()]]))
}

const saidOf = ({ kind, f }: AnyRecord): readonly string[] =>
  kind === 'person'
    ? [`${textIn(f['givenName'])} ${textIn(f['name'])}`]
    : LABELS.map((field) => textIn(f[field])).filter((said) => said !== '')

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Organisations that each person spoke for, by record and by name: two records of one name may not be joined yet. */
function organisationsOf(records: Records): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { kind, f } of records.values()) {
    const [person, organisation] = [f['person'], f['organisation']]
    if ((kind !== 'speaker' && kind !== 'voice') || typeof person !== 'string' || typeof organisation !== 'string')
      continue
    const id = follow(records, organisation, 'into')
    const known = found.get(follow(records, person, 'into')) ?? new Set<string>()
    known.add(id)
    const name = labelWords(textIn(records.get(id)?.f['name']))
    if (name !== null) known.add(name.key)
    found.set(follow(records, person, 'into'), known)
  }
  return found
}
