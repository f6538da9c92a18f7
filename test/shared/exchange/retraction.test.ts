import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeRestated } from '#shared/edit/restate.ts'
import { toRestate, toRetract, withGiven, type Given } from '#shared/exchange/retraction.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { dropsOf, withoutWords, isDropped, RULES, type Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations } from '#shared/privacy/project.ts'
import { Device } from '../../build/device.ts'
import { ACTIONS, someSteps, World, type Step } from '../../build/history.ts'
import { law } from '../../build/law.ts'
import { consentsStayHere, settled } from '../../build/projected.ts'
import { foldOf, saidIn } from '../../build/said.ts'
import { aWorkspace } from '../../build/workspace.ts'

/** One installation that sends to one audience, again and again. */
class Sender {
  readonly device: Device
  given: Given = new Map()
  readonly retracted = new Set<string>()

  constructor(device: Device) {
    this.device = device
  }

  send(): { readonly operations: readonly Operation[]; readonly drops: readonly Drop[] } {
    const { device } = this
    const permitted = (): readonly Operation[] => projectOperations(device.operations.values(), device.fold)
    const restated = toRestate(this.retracted, permitted(), device.fold)
    if (restated.length > 0) device.receive(this.#restated(restated))
    const operations = permitted()
    for (const id of toRetract(this.given, operations, device.operations.values(), device.fold)) this.retracted.add(id)
    this.given = withGiven(this.given, operations, readRecords(device.fold))
    return { operations, drops: [...dropsOf(device.fold), ...this.retracted] }
  }

  #restated(restated: Parameters<typeof writeRestated>[0]): readonly Operation[] {
    return writeRestated(restated, this.device.author, { counter: 100_000 + this.given.size, reading: '' }).operations
  }
}

/** All that a receiver still has words of, in one text. */
const wordsAt = (receiver: Device): string =>
  JSON.stringify(
    [...receiver.operations.values()].map((operation) =>
      isDropped(receiver.fold, operation) ? withoutWords(operation) : operation,
    ),
  )

const sends = someSteps(
  ACTIONS.filter((action) => action !== 'drop' && action !== 'erase'),
  30,
)
const stories = fc.record({ parts: fc.array(sends, { minLength: 1, maxLength: 3 }) })

function played(parts: readonly (readonly Step[])[]) {
  const world = new World()
  const sender = new Sender(new Device('sender'))
  const receiver = new Device('receiver')
  const files: ReturnType<Sender['send']>[] = []
  for (const part of parts) {
    for (const step of part) world.play(step)
    sender.device.receive(world.operations)
    sender.device.accept(world.accepted)
    files.push(sender.send())
  }
  return { sender, receiver, files, world }
}

describe('An audience that was given something', () => {
  law('shows and keeps after each file what the sender lets it see now, and no more', stories, ({ parts }) => {
    const { sender, receiver, files, world } = played(parts)
    for (const { operations, drops } of files) receiver.receive(operations, drops)
    receiver.accept(world.accepted)
    receiver.accept([...receiver.operations.keys()])
    const ours = readRecords(sender.device.fold)
    const kept = new Set([...ours.values()].filter((record) => record.kept === true).map(({ id }) => id))
    const isCompared = (record: AnyRecord): boolean =>
      !kept.has(record.id) && record.kept !== true && Object.keys(record.f).some((field) => !RULES.has(field))
    const shown = new Map([...readRecords(receiver.fold)].filter(([, record]) => isCompared(record)))
    // A session put away that somebody edits meanwhile is here till a person decides; who was not told holds its notes to it.
    const isSessionKept = [...kept].some((id) => ours.get(id)?.kind === 'session')
    if (!consentsStayHere(ours) && !isSessionKept) expect(saidIn(shown)).toBe(saidIn(settled(ours)))
    const now = foldOf(files.at(-1)?.operations ?? [])
    const allowed = JSON.stringify([...readRecords(now).values()])
    const secrets = [...new Set(wordsAt(receiver).match(/CANARI-[\p{L}-]+/gu))]
    expect(secrets.filter((secret) => !allowed.includes(secret))).toEqual([])
  })

  it('forgets who spoke once the note is tightened, and is told again when it is loosened with consent', () => {
    const workspace = aWorkspace().session('Publique', 1).speaker('Awa Diop', { organisation: 'Ville de Dakar' })
    workspace.note('Une digue')
    const sender = new Sender(workspace.device)
    const receiver = new Device('receiver')
    const arrive = (): void => {
      const { operations, drops } = sender.send()
      receiver.receive(operations, drops)
    }
    arrive()
    expect(wordsAt(receiver)).toContain('Awa Diop')
    workspace.tighten('Une digue', 5)
    arrive()
    expect(wordsAt(receiver)).toContain('Une digue')
    for (const secret of ['Awa Diop', 'Ville de Dakar', workspace.id('person Awa Diop')])
      expect(JSON.stringify([...receiver.records.values()])).not.toContain(secret)
    expect(wordsAt(receiver)).not.toContain('Awa Diop')
    workspace.loosen('Une digue', 1)
    arrive()
    receiver.accept([...receiver.operations.keys()])
    const shown = saidIn(readRecords(receiver.fold))
    expect(shown).toBe(saidIn(settled(workspace.device.records)))
  })

  it('is not told to forget what it was never given', () => {
    const workspace = aWorkspace().session('Fermée', 5).speaker('Awa Diop').note('Entre nous')
    const sender = new Sender(workspace.device)
    sender.send()
    workspace.tighten('Entre nous', 6)
    const { drops } = sender.send()
    const given = new Set(workspace.operations.filter(({ head }) => head.k === 'c').map(({ id }) => id))
    expect(drops.length).toBeGreaterThan(0)
    expect(drops.filter((drop) => typeof drop !== 'string' || !given.has(drop))).toEqual([])
  })
})
