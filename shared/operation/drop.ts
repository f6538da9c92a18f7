import * as z from 'zod'
import { canonical } from './canonical.ts'
import { SENSITIVITY_CLASSES, type Head, type Operation, type SensitivityClass, type Values } from './operation.ts'

/** Why words were destroyed, never about whom: who asked for it, what was written by mistake, or what a stricter rule takes back. */
export const DROP_REASONS = ['asked', 'mistake', 'tightened', 'other'] as const
export type DropReason = (typeof DROP_REASONS)[number]

/** Everything that some classes of a record say, whoever wrote it and whenever it comes. */
export interface RecordDrop {
  readonly r: string
  readonly k: readonly SensitivityClass[]
  readonly why: DropReason
}

/** What is destroyed for good: the words of one operation, by its id, or those of some classes of a record. */
export type Drop = string | RecordDrop

const operationId = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const recordDrop = z.object({
  r: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  k: z.array(z.enum(SENSITIVITY_CLASSES)).min(1),
  // A reason of a newer program is kept as none: any word could be in it.
  why: z.enum(DROP_REASONS).catch('other'),
})
/** A drop that came from elsewhere: nothing but what is known of it is kept. */
export const dropSchema: z.ZodType<Drop> = z.union([operationId, recordDrop])

/** What is known to be destroyed: operations by id, classes of records with the reason. */
export interface Dropped {
  readonly dropped: Set<string>
  readonly erased: Map<string, ReadonlyMap<SensitivityClass, DropReason>>
}

/** Adds a drop of classes to those known. Of two reasons for the same, the same one stays whichever came first. */
export function addErased(
  erased: Dropped['erased'],
  { r, k, why }: RecordDrop,
): ReadonlyMap<SensitivityClass, DropReason> {
  const classes = new Map(erased.get(r))
  for (const one of k) {
    const known = classes.get(one)
    classes.set(one, known !== undefined && known < why ? known : why)
  }
  erased.set(r, classes)
  return classes
}

/** Every drop that a state knows of, in one order. */
export function dropsOf({ dropped, erased }: Dropped): readonly Drop[] {
  const ofRecords = [...erased].flatMap(([r, classes]) =>
    DROP_REASONS.map((why): RecordDrop => ({ r, k: SENSITIVITY_CLASSES.filter((k) => classes.get(k) === why), why })),
  )
  return [...dropped, ...ofRecords.filter(({ k }) => k.length > 0)].toSorted(byForm)
}

/** What some drops name, to be asked of one operation after the other. */
export function namedByDrops(drops: Iterable<Drop>): Dropped {
  const named: Dropped = { dropped: new Set(), erased: new Map() }
  for (const drop of drops) {
    if (typeof drop === 'string') named.dropped.add(drop)
    else addErased(named.erased, drop)
  }
  return named
}

/** Drops put together, each thing named once. */
export const unionOfDrops = (drops: Iterable<Drop>): readonly Drop[] => dropsOf(namedByDrops(drops))

const byForm = (one: Drop, other: Drop): number => (canonical(one) < canonical(other) ? -1 : 1)

/** Whether the words of an operation are destroyed, or to be. */
export const isDropped = (
  { dropped, erased }: Dropped,
  { id, head }: { readonly id: string; readonly head: Pick<Head, 'r' | 'k'> },
): boolean => dropped.has(id) || erased.get(head.r)?.has(head.k) === true

/** What goes, with a person, of each kind of record about them. A voice keeps what statistics count: category and gender. */
export const ABOUT_PERSON: ReadonlyMap<string, readonly SensitivityClass[]> = new Map([
  ['speaker', ['n', 'f', 'o', 'd', 'p']],
  ['voice', ['n', 'f', 'o']],
  ['seat', ['n']],
])

/** What a drop leaves in force: destroying words must neither loosen a level nor bring back what was put away. */
export const RULES: ReadonlySet<string> = new Set(['level', 'consent', 'withdrawn', 'deleted'])
/** What was announced when a note was taken, and under the rule of which session, or of which part of it. */
const ANNOUNCED: ReadonlySet<string> = new Set(['promised', 'session', 'segment'])

/** Whether an operation says nothing but rules: its body is kept even when it is dropped. */
export const saysRulesOnly = ({ body }: Operation): boolean =>
  body !== undefined && Object.keys(body.set).every((field) => RULES.has(field))

/** What stays of an operation whose words are destroyed: head, stamp, and the rules that it laid down. */
export function withoutWords(operation: Operation): Operation {
  const { id, head, body, stamp } = operation
  if (body === undefined || saysRulesOnly(operation)) return operation
  const rules: Values = Object.fromEntries(
    Object.entries(body.set).filter(([field]) => RULES.has(field) || (head.t === 'note' && ANNOUNCED.has(field))),
  )
  return {
    id,
    head,
    ...(stamp === undefined ? {} : { stamp }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  }
}

/** An operation as it may be kept or sent, now that some are dropped. */
export const asDropped = (fold: Dropped, operation: Operation): Operation =>
  isDropped(fold, operation) ? withoutWords(operation) : operation
