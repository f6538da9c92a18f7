import * as fc from 'fast-check'
import type { CommandOf } from '#shared/edit/command.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { Device } from './device.ts'
import { editOf } from './history.ts'
import { aWorkspace, type Workspace } from './workspace.ts'

const REGIONS = ['Afrique', 'Europe', 'Asie'] as const
const AXES = ['Eau', 'Sol', 'Air'] as const
const SESSIONS = ['Dakar', 'Lyon', 'Séoul', 'Plénière'] as const
const SPEAKERS = ['Awa', 'Bo', 'Chen', 'Dina'] as const
const THEMES = ['puits', 'digues', 'haies'] as const

const ACTS = ['note', 'note', 'note', 'axis here', 'axis there', 'tighten', 'loosen', 'remove', 'text', 'poll'] as const

/** One thing that happens in a consultation of several sections; numbers choose among what there is. */
interface Event {
  readonly act: (typeof ACTS)[number]
  readonly x: number
  readonly y: number
}

export const someEvents = (maxLength = 25): fc.Arbitrary<readonly Event[]> =>
  fc.array(fc.record({ act: fc.constantFrom(...ACTS), x: fc.nat(999), y: fc.nat(999) }), { maxLength, size: 'max' })

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item

function programme(): Workspace {
  const told = aWorkspace('several sections')
  for (const label of REGIONS) told.save('region', label, { label, state: 'held', short: label })
  for (const [order, label] of AXES.entries()) told.save('axis', label, { label, order })
  for (const [at, label] of SESSIONS.entries()) {
    const region = REGIONS[at]
    told.save('session', label, {
      label,
      level: pick([1, 3, 5, 2], at),
      ...(region === undefined ? {} : { region: told.id(region) }),
    })
    for (const [of, name] of SPEAKERS.entries()) {
      told.speaker(`${name} ${label}`, {
        session: label,
        organisation: `Ville de ${name}`,
        function: `charge de ${name}`,
        phone: `+33 ${of}${at}`,
      })
    }
  }
  for (const label of THEMES) told.save('theme', label, { label, axis: told.id(pick(AXES, label.length)) })
  told.save('theme', 'puits forés', { label: 'puits forés', parent: told.id('puits') })
  return told
}

/** Told once: it takes longer to write than what happens after it. */
const PROGRAMME = programme()

/** What happened in a consultation of several sections, each thing found by its words. */
export interface Told {
  readonly device: Device
  readonly operations: readonly Operation[]
  id(words: string): string
}

/** A consultation of several sections after these events. */
export function afterEvents(events: readonly Event[]): Told {
  const [device, other] = [new Device('a secretariat'), new Device('another secretariat')]
  for (const one of [device, other]) one.receive(PROGRAMME.operations)
  for (const [count, event] of events.entries()) play(device, other, event, count)
  return { device, operations: [...device.operations.values()], id: (words) => PROGRAMME.id(words) }
}

function play(device: Device, other: Device, { act, x, y }: Event, count: number): void {
  const notes = [...device.records.values()].filter(({ kind }) => kind === 'note')
  const note = notes[x % Math.max(1, notes.length)]
  const axis = PROGRAMME.id(pick(AXES, y))
  if (act === 'note') device.run(captured(device, count, x, y))
  else if (act === 'poll') {
    const set = { session: PROGRAMME.id(pick(SESSIONS, x)), question: 'Qui ?' }
    device.run({ type: 'record.save', kind: 'poll', record: device.newId(), set })
  } else if (note === undefined) return
  else if (act === 'axis there') {
    other.receive(device.operations.values())
    device.receive(other.run(editOf(note.id, { axis })))
  } else if (act === 'axis here') device.attempt(editOf(note.id, { axis }))
  else if (act === 'tighten') device.attempt({ type: 'level.tighten', records: [note.id], level: 1 + (y % 6) })
  else if (act === 'text') device.attempt(editOf(note.id, { text: `texte repris ${count}` }))
  else if (act === 'remove') device.attempt({ type: 'notes.remove', notes: [note.id] })
  else
    device.attempt({
      type: 'level.loosen',
      records: [note.id, ...notes.slice(0, y % 2).map(({ id }) => id)],
      level: 1 + (y % 4),
      consent: device.newId(),
      who: 'quelqu’un',
      at: '2026-01-06',
      basis: 'accord écrit',
    })
}

function captured(device: Device, count: number, x: number, y: number): CommandOf<'note.capture'> {
  const session = pick(SESSIONS, x)
  return {
    type: 'note.capture',
    note: device.newId(),
    text: `texte ${count}`,
    lang: 'fr',
    session: PROGRAMME.id(session),
    axis: PROGRAMME.id(pick(AXES, y)),
    speaker: y % 7 === 0 ? null : PROGRAMME.id(`${pick(SPEAKERS, x + y)} ${session}`),
    noteKind: 'idea',
    stance: null,
    scope: 'undecided',
    themes: x % 3 === 0 ? [PROGRAMME.id(pick(['puits forés', 'digues', 'haies'], y))] : [],
    newThemes: [],
    at: 1_767_600_000_000 + count,
    ...(y % 5 === 0 ? { level: 1 + (x % 6) } : {}),
  }
}

const some = (labels: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(fc.constant([]), fc.subarray([...labels], { minLength: 1 }))

/** What someone may narrow a file to, by its words. */
export const someScopes = fc.record({
  sessions: some(SESSIONS),
  regions: some(REGIONS),
  axes: some(AXES),
  syntheses: fc.oneof({ arbitrary: fc.constant(false), weight: 9 }, fc.constant(true)),
})

export const PLACES = { sessions: SESSIONS, regions: REGIONS, axes: AXES } as const
