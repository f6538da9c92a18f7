import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { LASTING } from '#shared/edit/apply-command.ts'
import { goBack } from '#shared/edit/go-back.ts'
import { RULES } from '#shared/edit/kept-rules.ts'
import { isKind, type AnyRecord, type Records } from '#shared/model/record.ts'
import { dropsOf } from '#shared/operation/drop.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import { Device } from '../../build/device.ts'
import { someSteps, World } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { foldOf, saidIn } from '../../build/said.ts'

const example = fc.record({ before: someSteps(), since: someSteps(undefined, 20) })

/** What an installation can say later of the state it has now. */
function remembered(device: Device): () => Records {
  const [operations, accepted] = [[...device.operations.values()], [...device.fold.accepted]]
  return () => readRecords(foldOf(operations, dropsOf(device.fold), accepted))
}

/** Goes back to a former state; gives what was shown before and after. */
function goneBack(device: Device, former: Records): { now: Records; after: Records; wrote: number } {
  const now = new Map(device.records)
  const made = madeBy(device)
  const isOwn = (record: string): boolean => made.has(record)
  const writings = goBack({ fold: device.fold, now, former, isOwn, newId: device.newId })
  const { length } = device.write(writings, 'version.back', true)
  return { now, after: new Map(device.records), wrote: length }
}

/** Records whose first writing to be known here was made here. */
function madeBy(device: Device): ReadonlySet<string> {
  const first = new Map<string, string>()
  for (const { id, head } of device.operations.values()) if (!first.has(head.r)) first.set(head.r, id)
  return new Set([...first].filter(([, id]) => device.own.has(id)).map(([record]) => record))
}

const actorIn = (world: World): Device => world.devices[0] ?? world.start.device

/** A record without its rules, and without the remark that someone put it away elsewhere. */
function plain({ id, kind, f, conflicts }: AnyRecord, without: readonly string[] = []) {
  const isPlain = ([field]: readonly [string, unknown]): boolean => !RULES.has(field) && !without.includes(field)
  return { id, kind, f: Object.entries(f).filter(isPlain), conflicts: Object.entries(conflicts ?? {}).filter(isPlain) }
}

/** A note that came without its session nor a promise is held by what is missing, which is no rule. */
const isHeld = ({ f, conflicts }: AnyRecord): boolean =>
  Boolean(f['session'] ?? f['promised'] ?? conflicts?.['session'])

const rulesIn = (records: Records): ReadonlyMap<string, number> =>
  new Map(
    [...records.values()].map((record) => [
      record.id,
      isKind(record, 'note') && isHeld(record) ? levelOfNote(records, record) : Number(record.f['level'] ?? 0),
    ]),
  )

describe('Going back', () => {
  law('makes every record what it was, under rules at least as strict', example, ({ before, since }) => {
    const world = World.after(before)
    const device = actorIn(world)
    const past = remembered(device)
    for (const step of since) world.play(step)
    const former = past()
    const { now, after } = goneBack(device, former)
    const [then, current, held] = [rulesIn(former), rulesIn(now), rulesIn(after)]
    for (const record of former.values()) {
      const back = after.get(record.id)
      const isStricter = (held.get(record.id) ?? 0) > (then.get(record.id) ?? 0)
      expect(back && plain(back, isStricter ? ['voice'] : [])).toEqual(plain(record, isStricter ? ['voice'] : []))
      expect(held.get(record.id)).toBeGreaterThanOrEqual(then.get(record.id) ?? 0)
      expect(held.get(record.id)).toBeGreaterThanOrEqual(current.get(record.id) ?? 0)
      // A voice that came without its person may since have a twin that has one.
      expect(speakerOf(after, back)).toMatchObject(speakerOf(former, record))
    }
    const made = madeBy(device)
    const left = [...after.values()].filter(({ id }) => !former.has(id))
    expect(left.filter(({ id, kind }) => made.has(id) && !LASTING.has(kind))).toEqual([])
  })

  law('to now changes nothing', someSteps(), (steps) => {
    const device = actorIn(World.after(steps))
    expect(goneBack(device, readRecords(device.fold)).wrote).toBe(0)
  })

  law('is undone and redone as a whole', example, ({ before, since }) => {
    const world = World.after(before)
    const device = actorIn(world)
    const past = remembered(device)
    for (const step of since) world.play(step)
    const { now, after, wrote } = goneBack(device, past())
    if (wrote === 0) return
    expect(device.undo().ok).toBe(true)
    const undone = new Map(device.records)
    const [current, held] = [rulesIn(now), rulesIn(undone)]
    expect(allPlain(undone)).toEqual(allPlain(now))
    for (const [id, level] of current) expect(held.get(id) ?? level).toBeGreaterThanOrEqual(level)
    expect(device.redo().ok).toBe(true)
    expect(saidIn(device.records)).toBe(saidIn(after))
  })
})

/** All that records say but their rules, which may have become stricter; a rule alone makes no record. */
const allPlain = (records: Records): readonly string[] =>
  [...records.values()]
    .map((record) => plain(record))
    .filter(({ f, conflicts }) => f.length > 0 || conflicts.length > 0)
    .map((record) => JSON.stringify(record))
    .toSorted()

/** Who speaks in a note, whichever voice says it. */
function speakerOf(records: Records, note: AnyRecord | undefined): object {
  const { person, region, speaksFor } = records.get(String(note?.f['voice']))?.f ?? {}
  return Object.fromEntries(Object.entries({ person, region, speaksFor }).filter(([, value]) => value !== undefined))
}
