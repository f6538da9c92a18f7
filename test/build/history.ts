import * as fc from 'fast-check'
import type { CommandOf } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { FoldState } from '#shared/operation/fold-state.ts'
import { dropsOf, type Drop } from '#shared/operation/drop.ts'
import { SENSITIVITY_CLASSES, type Operation } from '#shared/operation/operation.ts'
import { Device } from './device.ts'
import { attaching, commandOf, loosening, segmentOf } from './history-commands.ts'
import { foldOf } from './said.ts'
import { START } from './start.ts'
import type { Workspace } from './workspace.ts'

const EDITS = [
  'capture',
  'capture',
  'text',
  'text',
  'stance',
  'theme',
  'speaker',
  'remove',
  'settle',
  'judge',
  'attach',
  'detach',
] as const
const WHO_SPOKE = ['unidentified', 'identify', 'reattribute', 'split', 'join'] as const
const LEVELS = ['tighten note', 'tighten session', 'loosen', 'withdraw'] as const
const PARTS = ['begin part', 'put in part', 'tighten part'] as const
const TAKEN_BACK = ['undo', 'redo'] as const
const SENT = ['send', 'send', 'send partly', 'send heads'] as const
const PROGRAMME = ['session link', 'session place', 'remove session'] as const
export const ACTIONS = [
  ...EDITS,
  ...WHO_SPOKE,
  ...LEVELS,
  ...PARTS,
  ...TAKEN_BACK,
  ...SENT,
  ...PROGRAMME,
  'drop',
  'erase',
] as const
type Action = (typeof ACTIONS)[number]

/** One thing that one of the installations does; `x` and `y` choose among what there is when its turn comes. */
export interface Step {
  readonly who: number
  readonly action: Action
  readonly x: number
  readonly y: number
}

export const someSteps = (actions: readonly Action[] = ACTIONS, maxLength = 40): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(2),
      action: fc.constantFrom(...actions),
      x: fc.nat(999),
      y: fc.nat(999),
    }),
    { maxLength, size: 'max' },
  )

/** Three installations of one consultation, and all that happened to them. */
export class World {
  readonly start: Workspace
  readonly devices: readonly Device[]
  readonly drops: Drop[] = []
  private count = 0

  constructor() {
    this.start = START
    this.devices = ['section', 'rapporteur A', 'rapporteur B'].map((name) => new Device(name))
    for (const device of this.devices) device.receive(START.operations)
  }

  static after(steps: readonly Step[]): World {
    const world = new World()
    for (const step of steps) world.play(step)
    return world
  }

  /** Every operation of every installation, as whole as it is anywhere. */
  get operations(): readonly Operation[] {
    const whole = new Device('reader')
    for (const device of this.devices) whole.receive(device.operations.values())
    return [...whole.operations.values()]
  }

  /** What everyone together says, each loosening accepted. */
  fold(): FoldState {
    return foldOf(this.operations, this.drops, this.accepted)
  }

  get accepted(): readonly string[] {
    return this.devices.flatMap(({ fold }) => [...fold.accepted])
  }

  play({ who, action, x, y }: Step): void {
    const device = this.devices[who] ?? this.start.device
    const records = [...device.records.values()]
    const ofKind = (kind: string): readonly AnyRecord[] => records.filter((record) => record.kind === kind)
    const note = pick(ofKind('note'), x)
    const session = pick(ofKind('session'), x)
    const target = (y % 3 === 2 ? pick(ofKind('segment'), x) : undefined) ?? (y % 2 === 0 ? note : session)
    const speaker = pick(ofKind('speaker'), y)
    const other = this.devices[(who + 1 + (x % 2)) % 3]
    const command = commandOf(device, action, x, y)
    if (command !== null) device.attempt(command)
    switch (action) {
      case 'capture':
        if (session !== undefined) this.capture(device, session, speaker, y)
        break
      case 'text':
        if (note !== undefined) device.attempt(editOf(note.id, { text: this.words('texte') }))
        break
      case 'stance':
        if (note !== undefined) device.attempt(editOf(note.id, { stance: y % 2 === 0 ? 'opposes' : 'supports' }))
        break
      case 'theme': {
        const theme = pick(ofKind('theme'), y)
        if (note === undefined) break
        const chosen = theme === undefined ? [] : [theme.id]
        const change = y % 3 === 0 ? { removeThemes: chosen } : { addThemes: chosen }
        device.attempt({ ...editOf(note.id, {}), ...change })
        break
      }
      case 'speaker':
        if (note !== undefined) device.attempt({ ...editOf(note.id, {}), speaker: speaker?.id ?? null })
        break
      case 'remove':
        if (note !== undefined) device.attempt({ type: 'notes.remove', notes: [note.id] })
        break
      case 'attach':
        if (target !== undefined && target.kind !== 'segment') device.attempt(attaching(device, target, x, this.words))
        break
      case 'settle': {
        const record = records.find(({ conflicts }) => conflicts !== undefined)
        const [field, values] = Object.entries(record?.conflicts ?? {})[0] ?? []
        const value = values?.[x % values.length]
        if (record === undefined || field === undefined || Array.isArray(value)) break
        device.attempt({
          type: 'conflict.settle',
          record: record.id,
          field,
          value: value as CommandOf<'conflict.settle'>['value'],
        })
        break
      }
      case 'tighten note':
        if (note !== undefined) device.attempt({ type: 'level.tighten', records: [note.id], level: 1 + (y % 6) })
        break
      case 'tighten session':
        if (session !== undefined) device.attempt({ type: 'level.tighten', records: [session.id], level: 1 + (y % 6) })
        break
      case 'loosen':
        if (target !== undefined) device.attempt(loosening(device, target, 1 + (y % 6)))
        break
      case 'withdraw': {
        const consent = pick(ofKind('consent'), x)
        if (consent !== undefined) device.attempt({ type: 'consent.withdraw', consent: consent.id })
        break
      }
      case 'undo':
        device.undo(y % 2 === 0)
        break
      case 'redo':
        device.redo(y % 2 === 0)
        break
      case 'send':
        other?.receive(device.operations.values(), dropsOf(device.fold))
        break
      case 'send partly':
        other?.receive([...device.operations.values()].filter((_, index) => (index * 7 + y) % 3 !== 0))
        break
      case 'send heads':
        other?.receive([...device.operations.values()].map(({ id, head }) => ({ id, head })))
        break
      case 'session link':
        if (session !== undefined) this.saveSession(device, session, { link: this.words('CANARI-lien') })
        break
      case 'session place':
        if (session !== undefined) this.saveSession(device, session, { place: this.words('lieu') })
        break
      case 'remove session':
        if (session !== undefined && y % 4 === 0) {
          device.attempt({ type: 'record.remove', kind: 'session', record: session.id })
        }
        break
      case 'drop': {
        const dropped = pick([...device.operations.keys()], x * 31 + y)
        if (dropped === undefined) break
        this.drops.push(dropped)
        device.drop(dropped)
        break
      }
      case 'erase': {
        const record = pick(records, x)
        if (record === undefined) break
        const k = SENSITIVITY_CLASSES.filter((_, index) => (y >> index) % 2 === 1)
        const drop = { r: record.id, k: k.length === 0 ? ['n' as const] : k, why: 'asked' as const }
        this.drops.push(drop)
        device.drop(drop)
        break
      }
    }
  }

  private readonly words = (about: string): string => {
    this.count += 1
    return `${about}-${this.count}.`
  }

  private capture(device: Device, session: AnyRecord, speaker: AnyRecord | undefined, y: number): void {
    device.attempt({
      type: 'note.capture',
      note: device.newId(),
      text: this.words('texte'),
      lang: 'fr',
      session: session.id,
      axis: this.start.id('Eau'),
      speaker: y % 5 === 0 ? null : (speaker?.id ?? null),
      noteKind: 'idea',
      stance: 'supports',
      scope: 'undecided',
      themes: [],
      newThemes: y % 3 === 0 ? [{ id: device.newId(), label: this.words('thème') }] : [],
      at: 1_767_600_000_000 + this.count,
      ...(y % 4 === 0 ? { level: 1 + (y % 6) } : {}),
      ...(y % 3 === 0 ? segmentOf(device, session) : {}),
    })
  }

  private saveSession(device: Device, { id }: AnyRecord, set: Readonly<Record<string, string>>): void {
    device.attempt({ type: 'record.save', kind: 'session', record: id, set })
  }
}

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

export const editOf = (note: string, set: CommandOf<'notes.edit'>['set']): CommandOf<'notes.edit'> => ({
  type: 'notes.edit',
  notes: [note],
  set,
  addThemes: [],
  newThemes: [],
  removeThemes: [],
})
