import type { ImportEntry } from '#shared/contract/replies.ts'
import { interventionsIn } from '#shared/evidence/interventions.ts'
import { joinedRecord } from '#shared/evidence/follow.ts'
import { isKind, type Records, type Region, type Session } from '#shared/model/record.ts'

/** How far a text of a section has come, from 1 (draft) to 5 (integrated). */
const STEP_OF = {
  draft: 1,
  reviewed: 2,
  'with-members': 3,
  validated: 4,
  'validated-with-reserve': 4,
  integrated: 5,
} as const
export type SynthesisState = keyof typeof STEP_OF
export const STEPS = 5
export const stepOf = (state: SynthesisState | null): number => (state === null ? 0 : STEP_OF[state])

export interface LastFile {
  /** Milliseconds since 1970 of its arrival. */
  readonly at: number
  /** Its number in the series, when its name carries one. */
  readonly version: number | null
}

/** Where the work of a section stands; `region` is null for the sessions that belong to no section. */
export interface Standing {
  readonly region: Region | null
  /** Interventions noted in the sessions of its own. */
  readonly notes: number
  /** State of the least advanced of its texts, null when it has none. */
  readonly synthesis: SynthesisState | null
  readonly lastFile: LastFile | null
  readonly sessions: { readonly held: number; readonly all: number }
}

/** One line per section, then one for the sessions outside sections: together they hold every intervention once. */
export function standings(
  records: Records,
  regions: readonly Region[],
  imports: readonly ImportEntry[],
): readonly Standing[] {
  const notes = notesBySection(records)
  return [...regions, null].map((region) => ({
    region,
    notes: notes.get(region?.id ?? null) ?? 0,
    synthesis: region === null ? null : leastAdvanced(records, region.id),
    lastFile: region === null ? null : lastFileOf(region, imports),
    sessions: sessionsOf(records, region?.id ?? null),
  }))
}

/** Sections that take part and of whose own sessions there is no note. */
export const silentSections = (all: readonly Standing[]): readonly string[] =>
  all.flatMap(({ region, notes }) =>
    region !== null && region.f.state !== 'inactive' && notes === 0 ? [region.id] : [],
  )

/** The section whose own consultation a session is. */
const ownRegion = (records: Records, session: Session | undefined): string | null =>
  session?.f.scale === 'regional' ? (joinedRecord(records, session.f.region, 'region')?.id ?? null) : null

function notesBySection(records: Records): ReadonlyMap<string | null, number> {
  const standIn = interventionsIn(records)
  const said = new Map<string | null, Set<string>>()
  for (const record of records.values()) {
    if (!isKind(record, 'note')) continue
    const session = record.f.session === undefined ? undefined : records.get(record.f.session)
    const region = ownRegion(records, session !== undefined && isKind(session, 'session') ? session : undefined)
    said.set(region, (said.get(region) ?? new Set()).add(standIn(record.id)))
  }
  return new Map([...said].map(([region, interventions]) => [region, interventions.size]))
}

function leastAdvanced(records: Records, region: string): SynthesisState | null {
  let least: SynthesisState | null = null
  for (const record of records.values()) {
    if (!isKind(record, 'synthesis') || record.f.region !== region || (record.f.text ?? '') === '') continue
    const state = record.f.state ?? 'draft'
    if (least === null || stepOf(state) < stepOf(least)) least = state
  }
  return least
}

function sessionsOf(records: Records, region: string | null): Standing['sessions'] {
  const sessions = [...records.values()].filter(
    (record): record is Session => isKind(record, 'session') && ownRegion(records, record) === region,
  )
  return { held: sessions.filter(({ f }) => f.state === 'held').length, all: sessions.length }
}

const VERSION = /-v(\d+)-/

/** A file says the short names of the sections it speaks of, in the language of the process. */
function lastFileOf(region: Region, imports: readonly ImportEntry[]): LastFile | null {
  const names = new Set([region.f.short, region.f.code, region.f.label])
  const received = imports
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ at, files }) => files.map((file) => ({ at, ...file })))
    .filter(({ sections }) => sections.some((section) => names.has(section)))
    .toSorted((a, b) => b.at - a.at)[0]
  if (received === undefined) return null
  const version = VERSION.exec(received.name)?.[1]
  return { at: received.at, version: version === undefined ? null : Number(version) }
}
