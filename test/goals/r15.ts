import type { AnyRecord } from '#shared/model/record.ts'
import { idOf } from '../build/author.ts'
import { chance } from '../build/chance.ts'
import { Installation, must } from './a-circle.ts'
import { AXIS, SESSION } from './a-consultation.ts'
import { someDone, type Action, type Done } from './done.ts'
import { Tally, type Goal } from './goal.ts'
import { type Kept, Person, type Plain } from './model.ts'
import { changeOf, ideaOf } from './idea.ts'
import { ours, saidBy, saidIn } from './said-lines.ts'

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

/** The same things done by people of the model and by programs, compared after each. */
class Play {
  readonly #programs: readonly Installation[]
  readonly #people: readonly Person[]
  readonly #points: readonly Map<number, Kept>[] = [new Map(), new Map()]
  readonly #imports: readonly string[][] = [[], []]
  readonly #mine: readonly Set<string>[] = [new Set(), new Set()]
  #count = 0

  constructor(seed: number) {
    let now = Date.UTC(2026, 0, 5, 9)
    const clock = (): number => (now += 1000)
    const everything: ConstructorParameters<typeof Person>[0] = []
    this.#programs = [0, 1].map((who) => new Installation(`${seed} ${who}`, clock))
    this.#people = [new Person(everything), new Person(everything)]
  }

  async start(): Promise<void> {
    for (const program of this.#programs) await program.start()
  }

  /** Null when program and model agree. */
  async play(done: Done): Promise<string | null> {
    const [program, person] = [this.#programs[done.who], this.#people[done.who]]
    if (program === undefined || person === undefined) throw new Error('There are two of them')
    await this.#act(done, program, person)
    const [told, expected] = [saidBy(program.open.records), saidIn(person)]
    return told === expected ? null : `${done.action}: the program says\n${told}\nand the model\n${expected}`
  }

  #word = (): string => String((this.#count += 1))

  async #act(asked: Done, program: Installation, person: Person): Promise<void> {
    const done = this.#possible(asked, program)
    const { who, action, x, y } = done
    const records = [...program.open.records.values()].filter(ours)
    // Of few notes, so that people meet on the same ones.
    const notes = records.filter(({ kind }) => kind === 'note').slice(0, 3)
    const note = pick(notes, x)
    const theme = pick(
      records.filter(({ kind }) => kind === 'theme'),
      y,
    )
    switch (action) {
      case 'note':
        return this.#capture(who, program, person, y % 3 === 0 ? theme : undefined, y % 5 === 0)
      case 'text':
      case 'stance': {
        if (note === undefined) return
        const set = action === 'text' ? { text: `dit ${this.#word()}` } : { stance: STANCES[y % 3] ?? null }
        person.write([note.id, set])
        return program.run(changeOf([note.id], { set }))
      }
      case 'tag':
      case 'untag': {
        if (note === undefined || theme === undefined) return
        const isTag = action === 'tag'
        person.write([note.id, { [`theme:${theme.id}`]: isTag ? true : null }])
        return program.run(changeOf([note.id], isTag ? { addThemes: [theme.id] } : { removeThemes: [theme.id] }))
      }
      case 'theme': {
        if (theme === undefined) return
        const set = { label: `thème ${this.#word()}` }
        person.write([theme.id, set])
        return program.run({ type: 'record.save', kind: 'theme', record: theme.id, set })
      }
      case 'remove': {
        if (note === undefined) return
        person.putAway(note.id)
        return program.run({ type: 'notes.remove', notes: [note.id] })
      }
      case 'settle':
        return this.#settle(records, x, program, person)
      case 'undo':
      case 'redo': {
        const taken = await program.open[action](false)
        if (person.take(action) !== taken.ok) throw new Error(`${action}: the program ${taken.ok ? 'does' : 'refuses'}`)
        return
      }
      default:
        return this.#move(done, program, person)
    }
  }

  /** What there is nothing for yet gives way to what leads there. */
  #possible(done: Done, program: Installation): Done {
    const { who, action } = done
    const hasNotes = [...program.open.records.values()].some(({ kind }) => kind === 'note')
    if (action === 'back' && this.#points[who]?.size === 0) return { ...done, action: 'name' }
    if (action === 'turn' && this.#imports[who]?.length === 0) return { ...done, action: 'send' }
    return NEED_NOTE.has(action) && !hasNotes ? { ...done, action: 'note' } : done
  }

  async #capture(
    who: number,
    program: Installation,
    person: Person,
    theme: AnyRecord | undefined,
    isNew: boolean,
  ): Promise<void> {
    const [note, made] = [idOf('note', this.#word()), idOf('theme', this.#word())]
    const label = `thème ${this.#word()}`
    const text = `dit ${this.#word()}`
    const themes = [...(theme === undefined ? [] : [theme.id]), ...(isNew ? [made] : [])]
    const said = {
      text,
      lang: 'fr',
      session: SESSION,
      axis: AXIS,
      noteKind: 'idea',
      stance: 'supports',
      scope: 'undecided',
      at: 1,
    }
    const tags = Object.fromEntries(themes.map((id) => [`theme:${id}`, true]))
    person.write(...(isNew ? [[made, { label }] as const] : []), [note, { ...said, ...tags }])
    this.#mine[who]?.add(note).add(made)
    await program.run(ideaOf(note, text, theme === undefined ? [] : [theme.id], isNew ? [{ id: made, label }] : []))
  }

  async #settle(records: readonly AnyRecord[], x: number, program: Installation, person: Person): Promise<void> {
    const record = records.find(({ conflicts }) => conflicts !== undefined)
    const [field, values] = Object.entries(record?.conflicts ?? {})[0] ?? []
    if (record === undefined || field === undefined || values === undefined) return
    const value = (values[x % values.length] ?? null) as Plain
    person.write([record.id, { [field]: value }])
    await program.run({ type: 'conflict.settle', record: record.id, field, value })
  }

  /** What happens between people, between states, and between one run of a program and the next. */
  async #move({ who, action, x, y }: Done, program: Installation, person: Person): Promise<void> {
    const imports = this.#imports[who] ?? []
    const points = this.#points[who] ?? new Map<number, Kept>()
    const from = this.#people[1 - who]
    if (action === 'send' && from !== undefined) {
      const id = await program.putIn((await this.#programs[1 - who]?.operations()) ?? [])
      person.putIn(id, from.known)
      imports.push(id)
    } else if (action === 'turn') {
      const id = pick(imports, x)
      if (id === undefined) return
      const isOut = program.open.store.state.imports.find((one) => one.id === id)?.withdrawn === true
      must(await program.open.setImport(id, isOut ? 'restore' : 'withdraw'))
      person.turn(new Map([[id, !isOut]]))
    } else if (action === 'name') {
      must(await program.open.keepPoint('named', `état ${this.#word()}`))
      points.set(program.open.store.place.count, person.kept)
    } else if (action === 'back') {
      const [position, then] = pick([...points], y) ?? []
      if (position === undefined || then === undefined) return
      const [before, { count }] = [person.kept, program.open.store.place]
      await program.goBack(position)
      person.goBack(then, (record) => this.#mine[who]?.has(record) === true)
      if (program.open.store.place.count > count) points.set(program.open.store.place.count, before)
    } else {
      if (action === 'close') await program.open.close()
      if (action === 'torn') program.tear(`0123456789abcdef {"n":${x},"batch":{"lab`)
      await program.start()
      person.forget()
    }
  }
}

const NEED_NOTE: ReadonlySet<Action> = new Set(['text', 'stance', 'tag', 'untag', 'remove', 'name', 'send'])
const STANCES = ['supports', 'opposes', 'nuances'] as const
/** What is wrong after these actions, null when nothing is; how many were played. */
async function played(seed: number, actions: readonly Done[]): Promise<{ wrong: string | null; count: number }> {
  const play = new Play(seed)
  await play.start()
  for (const [at, done] of actions.entries()) {
    const wrong = await play.play(done).catch((error: unknown) => String(error))
    if (wrong !== null) return { wrong, count: at + 1 }
  }
  return { wrong: null, count: actions.length }
}

/** The same failure in fewer actions: each is left out in turn while it still fails. */
async function shortest(seed: number, actions: readonly Done[]): Promise<readonly Done[]> {
  let kept = actions
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const fewer = kept.filter((_, index) => index !== at)
    const { wrong, count } = await played(seed, fewer)
    if (wrong !== null) kept = fewer.slice(0, count)
  }
  return kept
}

/** Any sequence of what people do agrees with the model, across crashes and reopenings. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R15')
  for (let at = 0; at < cases; at += 1) {
    const random = chance(seed + at)
    const actions = Array.from({ length: 3 + random.below(26) }, () => someDone(random)).flat()
    const { wrong, count } = await played(seed + at, actions)
    if (wrong === null) continue
    const path = await shortest(seed + at, actions.slice(0, count))
    const { wrong: why } = await played(seed + at, path)
    const told = path.map(({ who, action, x, y }) => `${who} ${action} ${x} ${y}`).join('; ')
    tally.failed(seed + at, `${why ?? wrong}\n  path: ${told}`)
  }
  return tally.result(cases)
}
