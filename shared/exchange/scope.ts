import * as z from 'zod'
import { ref } from '../model/kind.ts'
import { pairedNotes } from '../model/pair.ts'
import { isKind, members, type AnyRecord, type Records } from '../model/record.ts'
import { sidesOf } from '../privacy/levels.ts'

/** What a file may be narrowed to, as its manifest says it: never which sessions, sections or axes were chosen. */
export const SCOPE_PARTS = ['sessions', 'regions', 'axes', 'syntheses'] as const
export type ScopePart = (typeof SCOPE_PARTS)[number]

const chosen = z.array(ref).max(10_000)
/** Which notes a file is for. An empty list narrows nothing; several lists narrow together. */
export const scopeSchema = z.object({
  sessions: chosen,
  regions: chosen,
  axes: chosen,
  /** Texts of synthesis and the programme, without a note. */
  syntheses: z.boolean(),
})
export type Scope = Readonly<z.infer<typeof scopeSchema>>

export const WHOLE: Scope = { sessions: [], regions: [], axes: [], syntheses: false }

export const narrowedBy = (scope: Scope): ScopePart[] =>
  SCOPE_PARTS.filter((part) => (part === 'syntheses' ? scope.syntheses : scope[part].length > 0))

/** Equal texts for the same scope, whatever the order of the choice. */
export const scopeKey = (scope: Scope): string =>
  JSON.stringify([scope.sessions, scope.regions, scope.axes].map((ids) => ids.toSorted()).concat([narrowedBy(scope)]))

/**
 * The records that a scope leaves out: notes, sessions and texts that were not chosen, what hangs on them, and what only
 * they name. What a note of the scope names (session, voice, people, themes) stays, and so does the frame that all share.
 */
export function outOfScope(
  records: Records,
  scope: Scope,
  formerPlaces: (note: string) => readonly string[] = () => [],
): ReadonlySet<string> {
  if (narrowedBy(scope).length === 0) return new Set()
  const verdicts = new Map([...records.values()].map((record) => [record.id, verdictOf(records, scope, record)]))
  const named = (id: string): readonly string[] => [...namedBy(records, id), ...formerPlaces(id)]
  const idsOf = (verdict: Verdict): string[] => [...verdicts].filter(([, said]) => said === verdict).map(([id]) => id)
  const out = closure(idsOf('out'), named)
  const inside = closure([...idsOf('in'), ...idsOf(null).filter((id) => !out.has(id))], named)
  const left = new Set([...out].filter((id) => !inside.has(id)))
  for (const record of records.values()) {
    const parents = parentsOf(record)
    if (parents.length > 0 && parents.every((id) => left.has(id))) left.add(record.id)
    if (record.kind === 'pair' && pairedNotes(record).some((id) => left.has(id))) left.add(record.id)
  }
  return left
}

/** `null`: the scope says nothing of it, what names it decides. */
type Verdict = 'in' | 'out' | null

/** What every file has, whatever its scope: without it, nothing inside could be read. */
const FRAME: ReadonlySet<string> = new Set(['consultation', 'axis', 'region'])

function verdictOf(records: Records, scope: Scope, record: AnyRecord): Verdict {
  if (FRAME.has(record.kind)) return 'in'
  const isText = record.kind === 'note' || record.kind === 'synthesis'
  const sessions = record.kind === 'session' ? [record.id] : sidesOf(record, 'session')
  if (scope.syntheses && (record.kind === 'note' || sessions.length > 0)) return 'out'
  const verdicts = new Set([
    verdictOn(scope.sessions, sessions, isText),
    verdictOn(scope.axes, [...sidesOf(record, 'axis'), ...members(record, 'axis')], isText),
    verdictOn(scope.regions, regionsOf(records, record), isText),
  ])
  if (verdicts.has('out')) return 'out'
  return verdicts.has('in') || (scope.syntheses && isText) ? 'in' : null
}

function verdictOn(wanted: readonly string[], said: readonly string[], mustSay: boolean): Verdict {
  if (wanted.length === 0) return null
  if (said.length === 0) return mustSay ? 'out' : null
  return said.some((id) => wanted.includes(id)) ? 'in' : 'out'
}

/** A note is of the region that its voice speaks for. */
function regionsOf(records: Records, record: AnyRecord): readonly string[] {
  const own = [...sidesOf(record, 'region'), ...members(record, 'region')]
  if (!isKind(record, 'note')) return own
  return sidesOf(record, 'voice').flatMap((id) => {
    const voice = records.get(id)
    return voice === undefined ? [] : sidesOf(voice, 'region')
  })
}

/** What a record names, but for what nothing brings along: notes, and consents, which what they cover decides. */
function namedBy(records: Records, id: string): readonly string[] {
  const record = records.get(id)
  if (record === undefined) return []
  const values = [...Object.values(record.f), ...Object.values(record.conflicts ?? {}).flat()].flat()
  const sets = Object.keys({ ...record.f, ...record.conflicts }).map((field) => field.slice(field.indexOf(':') + 1))
  return [...values, ...sets].filter((name): name is string => {
    const named = typeof name === 'string' ? records.get(name) : undefined
    return named !== undefined && named.kind !== 'note' && named.kind !== 'consent'
  })
}

/** The records that one would be lost without: all of them left out, it is too. */
function parentsOf(record: AnyRecord): readonly string[] {
  if (record.kind === 'note') return []
  if (record.kind === 'consent') return members(record, 'cover')
  if (record.kind === 'attachment') return [...sidesOf(record, 'note'), ...sidesOf(record, 'session')]
  return ['session', 'synthesis', 'controversy', 'commitment'].flatMap((field) => sidesOf(record, field))
}

function closure(from: readonly string[], named: (id: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(from)
  // A set visits what is added to it on the way.
  for (const id of reached) for (const other of named(id)) reached.add(other)
  return reached
}
