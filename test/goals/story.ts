import type { Command } from '#shared/edit/command.ts'
import { idOf } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { CODES, FailingDisk, theNth } from '../build/disks/failing-disk.ts'
import { RecordingDisk } from '../build/disks/recording-disk.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { Witness } from '../build/witness.ts'
import { capture, correct, create, draftId, PLACES, textsOf } from './a-consultation.ts'
import { contribution } from './contribution.ts'
import { DATA, startOn, USED, type Circumstances } from './start-on.ts'

interface Happening {
  /** Calls that the disk had been asked when it happened. */
  readonly at: number
  tell(witness: Witness): void
}

/** Where a story begins: on an empty disk, or on what a power cut has left. */
export interface Beginning {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly witness: Witness
}
const NOTHING: Beginning = { files: USED, witness: new Witness() }

/** A person at work on a disk that records: saves that go well and that fail, reopenings, contributions put in. */
export class Story {
  readonly disk: RecordingDisk
  readonly #failing: FailingDisk
  readonly #beginning: Beginning
  readonly #random: Chance
  readonly #seed: number
  readonly #circumstances: Circumstances
  readonly #happenings: Happening[] = []
  readonly #notes: string[] = []
  #count = 0
  #side: NodeSide | null = null

  constructor(seed: number, circumstances: Circumstances, beginning: Beginning = NOTHING) {
    const memory = new MemoryLayer()
    for (const [path, bytes] of beginning.files) memory.files.set(path, bytes)
    this.#failing = new FailingDisk(memory)
    this.disk = new RecordingDisk([DATA, ...foldersOf(beginning.files.keys())], beginning.files, this.#failing)
    this.#beginning = beginning
    this.#random = chance(seed)
    this.#seed = seed
    this.#circumstances = circumstances
  }

  /** What must be on the disk after the power was cut behind call `k`, and how much had happened. */
  knownAt(k: number): { readonly witness: Witness; readonly happened: number } {
    const witness = this.#beginning.witness.copy()
    const past = this.#happenings.filter(({ at }) => at <= k)
    for (const { tell } of past) tell(witness)
    return { witness, happened: past.length }
  }

  async play(actions: number): Promise<void> {
    await this.#open()
    for (let count = 0; count < actions; count += 1) await this.#act()
    if (this.#random.in100(30)) await this.#side?.composed.close()
  }

  async #open(): Promise<void> {
    this.#side = await startOn(this.disk, `${this.#seed} ${(this.#count += 1)}`, this.#circumstances)
    const workspace = done(await create(this.#side))
    if (workspace.readOnly !== null) throw new Error(`opens read only: ${JSON.stringify(workspace.readOnly)}`)
    const found = textsOf(workspace)
    this.#tell((witness) => witness.saw(found))
    for (const place of PLACES) {
      if (!found.has(place.record)) await this.#save(place, place.record, String(place.set['label']))
    }
    // Someone else's notes stay as they came: putting them in again must change nothing.
    const others = new Set((await contribution()).texts.map(([id]) => id))
    const notes = workspace.records.filter(({ id, kind }) => kind === 'note' && !others.has(id))
    this.#notes.splice(0, Infinity, ...notes.map(({ id }) => id))
  }

  async #act(): Promise<void> {
    const random = this.#random
    const dice = random.below(100)
    if (dice < 12) this.#failing.fate = theNth(1 + random.below(4), random.one(CODES), random.in100(30))
    if (dice < 50) await this.#capture()
    else if (dice < 65 && this.#notes.length > 0) await this.#correct(random.one(this.#notes))
    else if (dice < 72) await Promise.all([this.#capture(), this.#capture(), this.#capture()])
    else if (dice < 80) await this.#keepDraft()
    else if (dice < 85) await this.#captureAndTakeBack()
    else if (dice < 90) await this.#putIn()
    else {
      if (dice < 96) await this.#side?.composed.close()
      await this.#open()
    }
    this.#failing.fate = () => null
  }

  async #capture(): Promise<string> {
    const note = idOf('note', String(this.#seed), String((this.#count += 1)))
    const text = this.#words()
    if (await this.#save(capture(note, text), note, text)) this.#notes.push(note)
    return note
  }

  async #correct(note: string): Promise<void> {
    const text = this.#words()
    await this.#save(correct(note, text), note, text)
  }

  async #captureAndTakeBack(): Promise<void> {
    const note = await this.#capture()
    if (this.#notes.at(-1) !== note) return
    await this.#attempt([[note, null]], (side) => side.client['edit.undo']({}))
    this.#notes.pop()
  }

  async #keepDraft(): Promise<void> {
    const key = this.#random.one(['note', 'search'])
    const text = this.#words()
    await this.#attempt([[draftId(key), text]], (side) => side.client['draft.keep']({ key, text }))
  }

  async #putIn(): Promise<void> {
    const { path, texts } = await contribution()
    await this.#attempt(texts, async (side) => {
      const merged = await side.client['bundle.merge']({ files: [side.give(path)], job: 'merge', settle: [] })
      return merged.ok || merged.failure.type !== 'NothingToMerge' ? merged : { ok: true }
    })
  }

  #save(command: Command, id: string, text: string): Promise<boolean> {
    return this.#attempt([[id, text]], (side) => side.client['edit.apply'](command))
  }

  /** Something is asked: known to be asked before, and to be saved only when the answer says so. */
  async #attempt(
    texts: readonly (readonly [id: string, text: string | null])[],
    ask: (side: NodeSide) => Promise<{ ok: boolean; failure?: { readonly type: string } }>,
  ): Promise<boolean> {
    if (this.#side === null) throw new Error('Nothing is open')
    for (const [id, text] of texts) this.#tell((witness) => witness.asked(id, text))
    const answer = await ask(this.#side)
    if (!answer.ok && answer.failure?.type !== 'NotSaved') throw new Error(JSON.stringify(answer.failure))
    if (answer.ok) for (const [id, text] of texts) this.#tell((witness) => witness.saved(id, text))
    return answer.ok
  }

  #tell(tell: Happening['tell']): void {
    this.#happenings.push({ at: this.disk.calls.length, tell })
  }

  #words(): string {
    this.#count += 1
    const most = this.#circumstances.longTexts === true ? 500 : this.#random.in100(30) ? 50 : 10
    return `${this.#seed} ${this.#count}${' Les nappes ne suffisent plus.'.repeat(this.#random.below(most))}`
  }
}

export const foldersOf = (paths: Iterable<string>): readonly string[] => [
  ...new Set(
    [...paths].flatMap((path) => {
      const names = path.split('/').slice(1, -1)
      return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`)
    }),
  ),
]
