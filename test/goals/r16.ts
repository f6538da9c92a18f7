import type { AnyRecord } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { idOf, sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { Installation } from './a-circle.ts'
import { changeOf, ideaOf } from './idea.ts'
import { Tally, type Goal } from './goal.ts'

/** What counts: every value of every record that is there, whoever wrote it and however often. */
const hashOf = ({ open }: Installation): string => canonicalHash(open.store.state.fold, sha256)

/** Of a list, others choose other words: the same word is taken back whoever wrote it. */
const LISTS = {
  here: { stances: ['supports', 'opposes'], scope: 'trend' },
  there: { stances: ['nuances'], scope: 'specificity' },
} as const

/** Someone at work, on their own and with what others send. */
class Worker {
  readonly program: Installation
  readonly #random: Chance
  readonly #words: (typeof LISTS)[keyof typeof LISTS]
  readonly #points: number[] = []
  #count = 0

  constructor(program: Installation, random: Chance, words: keyof typeof LISTS) {
    this.#words = LISTS[words]
    this.program = program
    this.#random = random
  }

  async act(other: Installation | null): Promise<void> {
    const random = this.#random
    const records = [...this.program.open.records.values()]
    const notes = records.filter(({ kind }) => kind === 'note')
    const themes = records.filter(({ kind }) => kind === 'theme')
    // Of few notes, so that others meet the same ones.
    const note = notes.length > 0 ? random.one(notes.slice(0, 2)) : null
    const dice = random.below(100)
    const words = `${this.program.name} ${(this.#count += 1)}`
    if (note === null || dice < 20) await this.#capture(words, themes)
    else if (dice < 40) await this.program.run(changeOf([note.id], { set: { text: words } }))
    else if (dice < 50) {
      const set = { stance: random.one(this.#words.stances) }
      await this.program.run(
        changeOf(
          notes.map(({ id }) => id),
          { set },
        ),
      )
    } else if (dice < 58) {
      const addThemes = themes.slice(0, 1).map(({ id }) => id)
      await this.program.run(changeOf([note.id], { set: { scope: this.#words.scope }, addThemes }))
    } else if (dice < 64) await this.program.run({ type: 'notes.remove', notes: [note.id] })
    else if (dice < 74) await this.#settle(records)
    else if (dice < 78) this.#points.push(await this.#name(words))
    else if (dice < 86 && this.#points.length > 0) await this.program.goBack(random.one(this.#points))
    else if (other === null) await this.#capture(words, themes)
    else await this.putIn(other)
  }

  /** Contributions of someone else. */
  async putIn(other: Installation): Promise<void> {
    await this.program.putIn(await other.operations())
  }

  #capture(words: string, themes: readonly AnyRecord[]): Promise<void> {
    const isNew = this.#random.in100(30)
    const theme = isNew ? idOf('theme', words) : (themes.at(-1)?.id ?? null)
    const made = theme === null || !isNew ? [] : [{ id: theme, label: words }]
    return this.program.run(ideaOf(idOf('note', words), words, theme === null || isNew ? [] : [theme], made))
  }

  async #settle(records: readonly AnyRecord[]): Promise<void> {
    const record = records.find(({ conflicts }) => conflicts !== undefined)
    const [field, values] = Object.entries(record?.conflicts ?? {})[0] ?? []
    const value = values?.[0]
    if (record === undefined || field === undefined || value === undefined || Array.isArray(value)) return
    await this.program.run({ type: 'conflict.settle', record: record.id, field, value: value as string })
  }

  async #name(label: string): Promise<number> {
    await this.program.open.keepPoint('named', label)
    return this.program.open.store.place.count
  }
}

/** Takes everything back, or does everything again; what refused, null when nothing did. */
async function takeAll({ open }: Installation, way: 'undo' | 'redo'): Promise<string | null> {
  for (;;) {
    const taken = await open[way](false)
    if (!taken.ok) return taken.failure.type === 'NothingToUndo' ? null : taken.failure.type
  }
}

/**
 * Someone alone, who puts the contributions of others in at the end, or who works on them: what own words rest on stays
 * when both are taken back.
 */
const WAYS = ['alone', 'then with others', 'with others'] as const

async function wrongWith(seed: number): Promise<string | null> {
  const random = chance(seed)
  const way = random.one(WAYS)
  let now = Date.UTC(2026, 0, 5)
  const clock = (): number => (now += random.below(10_000_000))
  const [here, there] = [new Installation('here', clock), new Installation('there', clock)]
  await here.start()
  await there.start()
  const [worker, other] = [new Worker(here, random, 'here'), new Worker(there, random, 'there')]
  for (let count = random.below(5); count > 0; count -= 1) await other.act(null)
  await worker.putIn(there)
  // What was there before can no longer be taken back.
  await here.start()
  const start = hashOf(here)
  for (let count = 2 + random.below(14); count > 0; count -= 1) {
    // Others build on the same notes, never on what is written here: words taken back and redone are new to them.
    if (random.in100(40)) await other.act(null)
    await worker.act(way === 'with others' ? there : null)
  }
  if (way === 'then with others') await worker.putIn(there)
  return wrongGoing(here, way === 'with others' ? null : start)
}

/** `start`: where taking everything back must lead; null when it only must lead twice to the same. */
async function wrongGoing(here: Installation, start: string | null): Promise<string | null> {
  const end = hashOf(here)
  let undone = start
  for (const round of ['first', 'second']) {
    const refused = await takeAll(here, 'undo')
    if (refused !== null) return `${round} undo is refused: ${refused}`
    undone ??= hashOf(here)
    if (hashOf(here) !== undone) return `${round} undo does not lead to the start`
    const again = await takeAll(here, 'redo')
    if (again !== null) return `${round} redo is refused: ${again}`
    if (hashOf(here) !== end) return `${round} redo does not lead to the end`
  }
  await here.start()
  return hashOf(here) === end ? null : 'what is on the disk is not what was shown'
}

/** Undo to the start and redo to the end, twice, and the disk: equal hashes after any sequence. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R16')
  for (let at = 0; at < cases; at += 1) {
    const wrong = await wrongWith(seed + at).catch(String)
    if (wrong !== null) tally.failed(seed + at, wrong)
  }
  return tally.result(cases)
}
