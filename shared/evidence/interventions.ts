import { isDoubtful } from './doubt.ts'
import { judgementOn } from '../model/pair.ts'
import { isKind, type Note, type Records } from '../model/record.ts'

/** The note that stands for an intervention that several people noted; most notes stand for themselves. */
export type StandIn = (note: string) => string

/**
 * Notes that a person said are of one intervention, linked step by step. The one that tells most of who spoke stands for
 * them, so that a section, an organisation and a voice are counted once. What people disagree on links nothing.
 */
export function interventionsIn(records: Records): StandIn {
  const links = linksIn(records)
  const standing = new Map<string, string>()
  for (const start of links.keys()) {
    if (standing.has(start)) continue
    const group = groupOf(links, start)
    const [first = start] = group.toSorted((a, b) => rank(records, a) - rank(records, b) || (a < b ? -1 : 1))
    for (const id of group) standing.set(id, first)
  }
  return (note) => standing.get(note) ?? note
}

type Links = ReadonlyMap<string, readonly string[]>

function linksIn(records: Records): Links {
  const links = new Map<string, string[]>()
  for (const record of records.values()) {
    if (!isKind(record, 'pair')) continue
    const { one, other } = record.f
    if (one === undefined || other === undefined || judgementOn(records, one, other) !== 'same') continue
    if (records.get(one)?.kind !== 'note' || records.get(other)?.kind !== 'note') continue
    links.set(one, [...(links.get(one) ?? []), other])
    links.set(other, [...(links.get(other) ?? []), one])
  }
  return links
}

function groupOf(links: Links, start: string): readonly string[] {
  const group = new Set([start])
  // A set visits what is added to it on the way.
  for (const id of group) for (const other of links.get(id) ?? []) group.add(other)
  return [...group]
}

/** What a note tells of who spoke: a name, an organisation, someone in particular, someone of the session, nothing. */
function rank(records: Records, id: string): number {
  const note = records.get(id) as Note | undefined
  const voice = note?.f.voice === undefined ? undefined : records.get(note.f.voice)
  if (note === undefined || voice === undefined || !isKind(voice, 'voice') || isDoubtful(note)) return 4
  const { person, organisation, group, unidentified } = voice.f
  if (person !== undefined) return 0
  if (organisation !== undefined || group !== undefined) return 1
  return unidentified === undefined ? 2 : 3
}
