import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { chance } from '../build/chance.ts'
import { Witness } from '../build/witness.ts'
import { Tally, type Goal } from './goal.ts'
import { listen, startBeside } from './listen.ts'
import { LoopDisk, type FileSystem } from './loop-disk.ts'

const STORES = ['ours', 'lowdb'] as const
type Store = (typeof STORES)[number]

/** Real power cuts of real file systems, with lowdb as it comes beside, to show that they are real. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R24')
  const figures: string[] = []
  for (const kind of ['ext4', 'xfs'] as const) {
    for (const store of STORES) {
      try {
        const cuts = new Cuts(kind, store, store === 'ours' ? tally : null)
        figures.push(`${kind}, ${store}: ${await cuts.run(cases, seed)}`)
      } catch (error) {
        tally.failed(
          seed,
          `${kind} was not tried, it needs root, loop devices, python3 and mkfs.${kind}: ${String(error)}`,
        )
        figures.push(`${kind}, ${store}: not tried`)
      }
    }
  }
  return tally.result(cases * 2, figures.join('; '))
}

/** One store on one file system, through one power cut after another. */
class Cuts {
  readonly #kind: FileSystem
  readonly #store: Store
  /** Null for a store that only shows what a power cut does. */
  readonly #tally: Tally | null
  #witness = new Witness()
  #saved = 0
  #lost = 0
  #unreadable = 0

  constructor(kind: FileSystem, store: Store, tally: Tally | null) {
    this.#kind = kind
    this.#store = store
    this.#tally = tally
  }

  async run(cuts: number, seed: number): Promise<string> {
    const disk = new LoopDisk(this.#kind)
    try {
      for (let cut = 0; cut <= cuts; cut += 1) await this.#once(disk, seed + cut, cut === cuts)
    } finally {
      await disk.remove()
    }
    return `${this.#lost} of ${this.#saved} lost, ${this.#unreadable} of ${cuts} unreadable`
  }

  /** Opens, which judges the cut before, and writes until the next one. */
  async #once(disk: LoopDisk, seed: number, isLast: boolean): Promise<void> {
    const words = [disk.files, String(seed), this.#store, ...(isLast ? ['read'] : [])]
    const program = startBeside('r24-writer', words)
    const after = 50 + chance(seed).below(900)
    let [opened, saved] = [false, 0]
    let timer: NodeJS.Timeout | null = null
    await listen(program, (news) => {
      if (news.type === 'opened') {
        opened = true
        this.#judge(new Map(news.texts), seed - 1)
      } else if (news.type !== 'refused') this.#witness[news.type](news.id, news.text)
      if (news.type === 'saved' && (saved += 1) === 1) timer = setTimeout(cut, after)
    })
    if (timer !== null) clearTimeout(timer)
    this.#saved += saved
    if (!opened) this.#unread(disk, seed - 1)
    if (!isLast) await disk.startAgain()

    function cut(): void {
      program.kill('SIGSTOP')
      disk.cutPower()
      program.kill('SIGKILL')
    }
  }

  #judge(found: ReadonlyMap<string, string>, seed: number): void {
    const { lost } = this.#witness.judge(found)
    this.#lost += lost.length
    if (lost.length > 0) this.#tally?.failed(seed, `${this.#kind}: ${lost.length} lost`, lost.length)
    this.#witness.saw(found)
    // What is lost is told once.
    if (lost.length > 0) this.#begin(found)
  }

  #unread(disk: LoopDisk, seed: number): void {
    this.#unreadable += 1
    const all = this.#witness.judge(new Map()).lost.length
    this.#lost += all
    this.#tally?.failed(seed, `${this.#kind}: the store does not open`, all)
    for (const name of ['db.json', 'consultations', 'copies'])
      rmSync(join(disk.files, name), { recursive: true, force: true })
    this.#begin(new Map())
  }

  #begin(found: ReadonlyMap<string, string>): void {
    this.#witness = new Witness()
    for (const [id, text] of found) {
      this.#witness.asked(id, text)
      this.#witness.saved(id, text)
    }
  }
}
