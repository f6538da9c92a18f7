import type { Command } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { idOf, sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { Installation } from './a-circle.ts'
import { AXIS, SESSION } from './a-consultation.ts'
import { Tally, type Goal } from './goal.ts'

/** What counts: every value of every record that is there, whoever wrote it and however often. */
const hashOf = ({ open }: Installation): string => canonicalHash(open.store.state.fold, sha256)

const capture = (note: string, text: string, theme: string | null, isNew: boolean): Command => ({
  type: 'note.capture',
  note,
  text,
  lang: 'fr',
  session: SESSION,
  axis: AXIS,
  speaker: null,
  noteKind: 'idea',
  stance: 'supports',
  scope: 'undecided',
  themes: theme === null || isNew ? [] : [theme],
  newThemes: theme !== null && isNew ? [{ id: theme, label: text }] : [],
  at: 1,
})

const edit = (
  notes: readonly string[],
  set: (Command & { type: 'notes.edit' })['set'],
  themes: readonly string[] = [],
): Command => ({
  type: 'notes.edit',
  notes: [...notes],
  set,
  addThemes: [...themes],
  newThemes: [],
  removeThemes: [],
})

/** Someone at work, on their own and with what others send. */
class Worker {
  readonly program: Installation
  readonly #random: Chance
  readonly #points: number[] = []
  #count = 0

  constructor(program: Installation, random: Chance) {
    this.program = program
    this.#random = random
  }

  async act(other: Installation | null): Promise<void> {
    const random = this.#random
    const records = [...this.program.open.records.values()]
    const notes = records.filter(({ kind }) => kind === 'note')
    const themes = records.filter(({ kind }) => kind === 'theme')
    const note = notes.length > 0 ? random.one(notes) : null
    const dice = random.below(100)
    const words = `${this.program.name} ${(this.#count += 1)}`
    if (note === null || dice < 25) await this.#capture(words, themes)
    else if (dice < 40) await this.program.run(edit([note.id], { text: words }))
    else if (dice < 50)
      await this.program.run(
        edit(
          notes.map(({ id }) => id),
          { stance: random.one(['supports', 'opposes'] as const) },
        ),
      )
    else if (dice < 58)
      await this.program.run(
        edit(
          [note.id],
          { scope: 'trend' },
          themes.slice(0, 1).map(({ id }) => id),
        ),
      )
    else if (dice < 66) await this.program.run({ type: 'notes.remove', notes: [note.id] })
    else if (dice < 72) await this.#settle(records)
    else if (dice < 78) this.#points.push(await this.#name(words))
    else if (dice < 86 && this.#points.length > 0) await this.program.goBack(random.one(this.#points))
    else if (other === null) await this.#capture(words, themes)
    else await this.program.putIn(idOf(words), await other.operations())
  }

  #capture(words: string, themes: readonly AnyRecord[]): Promise<void> {
    const isNew = this.#random.in100(30)
    const theme = isNew ? idOf('theme', words) : (themes.at(-1)?.id ?? null)
    return this.program.run(capture(idOf('note', words), words, theme, isNew))
  }

  async #settle(records: readonly AnyRecord[]): Promise<void> {
    const record = records.find(({ conflicts }) => conflicts !== undefined)
    const [field, values] = Object.entries(record?.conflicts ?? {})[0] ?? []
    const value = values?.[0]
    if (record === undefined || field === undefined || value === undefined || Array.isArray(value)) return
    await this.program.run({ type: 'conflict.settle', record: record.id, field, value: value as string })
  }

  async #name(label: string): Promise<number> {
    await this.program.open.namePoint(label)
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

async function wrongWith(seed: number): Promise<string | null> {
  const random = chance(seed)
  // With contributions, what own words rest on stays when they are taken back; alone, nothing is left.
  const isAlone = random.in100(50)
  let now = Date.UTC(2026, 0, 5)
  const clock = (): number => (now += random.below(10_000_000))
  const [here, there] = [new Installation('here', clock), new Installation('there', clock)]
  await here.start()
  await there.start()
  const [worker, other] = [new Worker(here, random), new Worker(there, random)]
  const [start, startHash] = [new Set(here.open.records.keys()), hashOf(here)]
  for (let count = 2 + random.below(14); count > 0; count -= 1) {
    // Others work on their own: what they write over one's words stands beside these once they are taken back and redone.
    if (random.in100(25)) await other.act(null)
    await worker.act(isAlone ? null : there)
  }
  const end = hashOf(here)
  const undone: string[] = []
  for (const round of ['first', 'second']) {
    const refused = await takeAll(here, 'undo')
    if (refused !== null) return `${round} undo is refused: ${refused}`
    undone.push(hashOf(here))
    const left = [...here.open.records.values()].filter(({ id }) => !start.has(id))
    const own = left.filter(({ id }) => isAlone || !there.open.store.state.fold.records.has(id))
    if (own.length > 0) return `${round} undo leaves ${own.length} records`
    if (isAlone && hashOf(here) !== startHash) return `${round} undo does not lead to the start`
    const again = await takeAll(here, 'redo')
    if (again !== null) return `${round} redo is refused: ${again}`
    if (hashOf(here) !== end) return `${round} redo does not lead to the end`
  }
  if (undone[0] !== undone[1]) return 'undo does not lead twice to the same start'
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
