import { draft } from '#shared/edit/draft.ts'
import type { Command } from '#shared/edit/command.ts'
import { dropsOf, unionOfDrops, type Drop } from '#shared/operation/drop.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { projectOperations } from '#shared/privacy/project.ts'
import { anAuthor, CONSULTATION, idOf } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { Device } from '../build/device.ts'
import { AXIS, SESSION } from './a-consultation.ts'
import { changeOf, ideaOf } from './idea.ts'

/** What one file brings. */
export interface Delivery {
  readonly operations: readonly Operation[]
  readonly drops: readonly Drop[]
}

/** What several installations wrote, and the files that left them. */
export interface MergeStory {
  readonly deliveries: readonly Delivery[]
  /** Loosenings that whoever reads the files has accepted. */
  readonly accepted: readonly string[]
  /** Every text that is in some file, by the operation that says it. */
  readonly texts: ReadonlyMap<string, string>
}

const FIVE_YEARS_MS = 5 * 31_557_600_000
const SPEAKER = idOf('the speaker')

/** Someone who takes the floor. */
const speakerOf = (speaker: string, session: string): Command => ({
  type: 'speaker.save',
  speaker,
  session,
  person: idOf('the person'),
  name: 'Diop',
  givenName: 'Awa',
  organisation: null,
  newOrganisation: null,
  function: 'maire',
  category: null,
  gender: null,
  region: null,
  speaksFor: 'self',
  size: null,
  slot: null,
})

/** What everyone begins with, written once. */
const START: readonly Operation[] = (() => {
  const device = new Device('merge story')
  const save = (kind: string, record: string, set: Extract<Command, { type: 'record.save' }>['set']): void => {
    device.run({ type: 'record.save', kind, record, set })
  }
  save('consultation', CONSULTATION, { label: 'Consultation', lang: 'fr' })
  save('axis', AXIS, { label: 'Eau', order: 1 })
  save('session', SESSION, { label: 'Plénière', scale: 'global', level: 1 })
  device.run(speakerOf(SPEAKER, SESSION))
  for (const words of ['58 km', 'Une digue']) device.run(ideaOf(idOf('note', words), words, [], []))
  return [...device.operations.values()]
})()

/** An installation whose clock is anywhere within five years of the others', and jumps. */
function replica(name: string, random: Chance, stream: string | null): Device {
  let now = Date.UTC(2026, 0, 5) + random.below(2 * FIVE_YEARS_MS) - FIVE_YEARS_MS
  const clock = (): number => (now += random.in100(10) ? random.below(FIVE_YEARS_MS) - FIVE_YEARS_MS / 2 : 1000)
  const author = { ...anAuthor(name), clock }
  // A cloned laptop: it writes in the same stream and counts from the same number.
  const device = new Device(stream === null ? author : { ...author, stream })
  device.receive(START)
  return device
}

/** Two to five installations that write, put away, take back, settle and destroy, and send files to one another. */
export function mergeStory(seed: number): MergeStory {
  const random = chance(seed)
  const first = replica(`${seed} 0`, random, null)
  const devices = [first]
  for (let n = 1 + random.below(4); n > 0; n -= 1)
    devices.push(replica(`${seed} ${n}`, random, random.in100(30) ? first.author.stream : null))
  const deliveries: Delivery[] = [{ operations: START, drops: [] }]
  for (let step = 10 + random.below(16); step > 0; step -= 1) {
    const device = random.one(devices)
    if (random.in100(78)) act(device, random, `${seed} ${step}`)
    else {
      const delivery = leaving(device, random)
      deliveries.push(delivery)
      const other = random.one(devices)
      if (other !== device) other.receive(delivery.operations, delivery.drops)
    }
  }
  for (const device of devices) if (random.in100(70)) deliveries.push(leaving(device, random))
  const accepted = devices.flatMap(({ fold }) => [...fold.accepted])
  return { deliveries, accepted, texts: textsIn(deliveries) }
}

/** What leaves an installation: all it holds, a part of it, heads alone, what an audience may see, or one writing. */
function leaving(device: Device, random: Chance): Delivery {
  const all = [...device.operations.values()]
  const drops = dropsOf(device.fold)
  const dice = random.below(100)
  const offset = random.below(3)
  if (dice < 50) return { operations: all, drops }
  if (dice < 75) return { operations: all.filter((_, at) => (at + offset) % 3 !== 0), drops }
  if (dice < 85) return { operations: all.map(({ id, head }) => ({ id, head })), drops }
  if (dice < 93) return { operations: projectOperations(all, device.fold), drops }
  return { operations: all.slice(-1), drops: [] }
}

/** One thing that a person does; nothing when there is nothing to do it to. */
function act(device: Device, random: Chance, words: string): void {
  const records = [...device.records.values()]
  const ofKind = (kind: string): readonly AnyRecord[] => records.filter((record) => record.kind === kind)
  const notes = ofKind('note')
  const dice = random.below(100)
  if (notes.length === 0 || dice < 8) return capture(device, random, words, ofKind('theme'))
  const note = random.one(notes.slice(0, 2)).id
  if (dice < 42) device.attempt(changeOf([note], { set: { text: `dit ${words}` } }))
  else if (dice < 53) device.attempt(changeOf([note], { set: { stance: random.one(['opposes', 'nuances']) } }))
  else if (dice < 60) theme(device, random, note, ofKind('theme'))
  else if (dice < 68) device.attempt({ type: 'notes.remove', notes: [note] })
  else if (dice < 76) restore(device, random)
  else if (dice < 84) settle(device, records)
  else if (dice < 89) device.undo(true)
  else if (dice < 92) device.attempt({ type: 'level.tighten', records: [note], level: 1 + random.below(6) })
  else if (dice < 93) loosen(device, random, note)
  else if (dice < 98) drop(device, random)
  else device.attempt({ ...changeOf([note], {}), speaker: random.in100(70) ? SPEAKER : null })
}

function capture(device: Device, random: Chance, words: string, themes: readonly AnyRecord[]): void {
  const theme = themes.length > 0 && random.in100(60) ? [random.one(themes).id] : []
  const made = theme.length > 0 ? [] : [{ id: device.newId(), label: `thème ${words}` }]
  device.attempt({ ...ideaOf(device.newId(), `dit ${words}`, theme, made), level: 1 + random.below(3) })
}

function theme(device: Device, random: Chance, note: string, themes: readonly AnyRecord[]): void {
  const some = themes.length === 0 ? [] : [random.one(themes).id]
  device.attempt(changeOf([note], random.in100(50) ? { addThemes: some } : { removeThemes: some }))
}

/** Brings a note back that somebody put away. */
function restore(device: Device, random: Chance): void {
  const away = [...device.fold.records].filter(([, { deletions }]) => deletions.size > 0).map(([id]) => id)
  if (away.length > 0) device.write([draft('note', random.one(away), { deleted: false })])
}

function settle(device: Device, records: readonly AnyRecord[]): void {
  const record = records.find(({ conflicts }) => conflicts !== undefined)
  const [field, values] = Object.entries(record?.conflicts ?? {})[0] ?? []
  const value = values?.[0]
  if (record === undefined || field === undefined || value === undefined || typeof value === 'object') return
  device.attempt({ type: 'conflict.settle', record: record.id, field, value })
}

function loosen(device: Device, random: Chance, note: string): void {
  const told = { consent: device.newId(), who: 'Awa', at: '2026-01-06', basis: 'accord' }
  device.attempt({ type: 'level.loosen', records: [note], level: 1 + random.below(3), ...told })
}

function drop(device: Device, random: Chance): void {
  const said = [...device.own]
  if (said.length === 0) return
  const id = random.one(said)
  const { r = '', k = 'c' } = device.operations.get(id)?.head ?? {}
  device.drop(random.in100(50) ? id : { r, k: [k], why: 'asked' })
}

/** Several files as one: each operation once, with what it says when any of them tells it. */
export function together(deliveries: readonly Delivery[]): Delivery {
  const operations = new Map<string, Operation>()
  for (const delivery of deliveries) {
    for (const operation of delivery.operations) {
      operations.set(operation.id, { ...operations.get(operation.id), ...operation })
    }
  }
  return { operations: [...operations.values()], drops: unionOfDrops(deliveries.flatMap(({ drops }) => drops)) }
}

function textsIn(deliveries: readonly Delivery[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { operations } of deliveries) {
    for (const { id, body } of operations) if (typeof body?.set['text'] === 'string') texts.set(id, body.set['text'])
  }
  return texts
}
