/** What a field may hold here; null for nothing. */
export type Plain = string | boolean | number | null

/**
 * One value that someone gave to one field of one record: in one `breath` with others, `over` what they had before their
 * eyes. Who puts a record away tells what they had `read` of it.
 */
interface Said {
  readonly n: number
  readonly breath: number
  readonly record: string
  readonly field: string
  readonly value: Plain
  readonly over: readonly number[]
  readonly read: ReadonlySet<number> | null
  /** Nothing was known of the record before. */
  readonly first: boolean
}
type Standing = readonly Said[]
type Pairs = readonly (readonly [field: string, value: Plain])[]
/** What was said, what stood there before, and what those who had put the record away had read, as words. */
type Undone = { readonly said: Said; readonly former: Standing; readonly words: ReadonlySet<string> }
/** Contributions that were taken out (true), or put in. */
type Turned = ReadonlyMap<string, boolean>
type Step = { readonly turned: Turned; readonly fields: readonly Undone[] }
/** Values of each record that is there, several where they stand side by side. */
type Values = ReadonlyMap<string, readonly Plain[]>
/** A state kept to come back to: what was shown, and which contributions were in. */
export type Kept = { readonly shown: ReadonlyMap<string, Values>; readonly ins: ReadonlySet<string> }
/** Written apart from the rest of a record. */
const APART: ReadonlySet<string> = new Set(['text', 'label', 'at'])
const wordsOf = ({ field, value }: Pick<Said, 'field' | 'value'>): string => JSON.stringify([field, value])
const of = (standing: Standing, field: string): Standing => standing.filter((said) => said.field === field)
const others = (standing: Standing): Standing => standing.filter(({ field }) => field !== 'deleted')

/** A record put away is kept when someone has written in it what those who put it away had not read. */
function awayOf(standing: Standing): 'away' | 'kept' | 'here' {
  const aways = of(standing, 'deleted').filter(({ value }) => value === true)
  if (aways.length === 0) return 'here'
  return aways.some(({ read }) => others(standing).every(({ n }) => read?.has(n))) ? 'away' : 'kept'
}
function valuesOf(standing: Standing): Values {
  const fields = new Map<string, Set<Plain>>()
  for (const { field, value } of others(standing)) fields.set(field, (fields.get(field) ?? new Set()).add(value))
  const told = [...fields].filter(([, values]) => values.size > 1 || !values.has(null))
  return new Map(told.map(([field, values]) => [field, [...values].toSorted()]))
}
type Part = Undone & { readonly standing: Standing }
/** What says still what was said: itself, or the same value brought back. Nothing when someone has written over it. */
function stillSaying({ said, standing }: Part): Standing {
  const now = of(standing, said.field)
  return now.some(({ n }) => n === said.n) ? [said] : now.filter(({ value }) => value === said.value)
}

/** What one person knows, shows and can take back; `everything` is what all of them ever said. */
export class Person {
  readonly #everything: Said[]
  readonly #own = new Set<number>()
  readonly #puts = new Map<string, { readonly contents: ReadonlySet<number>; out: boolean }>()
  #steps: { undo: Step[]; redo: Step[] } = { undo: [], redo: [] }
  known: ReadonlySet<number> = new Set()

  constructor(everything: Said[]) {
    this.#everything = everything
  }
  get kept(): Kept {
    const records = new Map(this.#everything.map(({ record }) => [record, this.#standing(record)]))
    const there = [...records].filter(([, said]) => valuesOf(said).size > 0 && awayOf(said) !== 'away')
    return {
      shown: new Map(there.map(([record, said]) => [record, valuesOf(said)])),
      ins: new Set([...this.#puts].filter(([, { out }]) => !out).map(([id]) => id)),
    }
  }
  isKept = (record: string): boolean => awayOf(this.#standing(record)) === 'kept'
  /** Writes records as one command. */
  write = (...records: readonly (readonly [string, Readonly<Record<string, Plain>>])[]): void =>
    this.#remember(records.flatMap(([record, set]) => this.#write(record, Object.entries(set))))
  putAway = (record: string): void => this.#remember(this.#putAway(record))
  /** What another person knows comes in. */
  putIn(id: string, contents: ReadonlySet<number>): void {
    this.#puts.set(id, { contents, out: true })
    this.turn(new Map([[id, false]]))
    this.#remember([], new Map([[id, false]]))
  }

  /** Takes contributions out or puts them in; what own words rest on stays: what they had read, how its records began. */
  turn(turned: Turned): void {
    for (const [id, put] of this.#puts) put.out = turned.get(id) ?? put.out
    const puts = [...this.#puts.values()]
    const ever = new Set([...this.#own, ...puts.flatMap(({ contents }) => [...contents])])
    const here = this.#everything.filter(({ n }) => ever.has(n))
    const needed = new Set(this.#own)
    for (const n of needed) {
      const { breath = -1, record, field, over = [], read } = this.#everything[n] ?? {}
      for (const other of [...over, ...(read ?? [])]) needed.add(other)
      const named = new Set([record, field?.split(':')[1]])
      for (const said of here) {
        if (said.breath === breath || (said.first && named.has(said.record))) needed.add(said.n)
      }
    }
    this.known = new Set([...needed, ...puts.flatMap((put) => (put.out ? [] : [...put.contents]))])
  }

  /** Makes every record say what it said then. What others brought since leaves with its contributions. */
  goBack({ shown, ins }: Kept, isMine: (record: string) => boolean): void {
    const turned = new Map([...this.#puts].flatMap(([id, { out }]) => (out === ins.has(id) ? [[id, !out]] : [])))
    this.turn(turned)
    const since = [...this.kept.shown.keys()].filter((record) => !shown.has(record) && isMine(record))
    const back = [...shown].flatMap(([record, then]) => this.#restore(record, then))
    this.#remember([...back, ...since.flatMap((record) => this.#putAway(record))], turned)
  }

  #restore(record: string, then: Values): readonly Undone[] {
    const standing = this.#standing(record)
    const now = valuesOf(standing)
    const fields = [...new Set([...then.keys(), ...now.keys()])].filter(
      (f) => JSON.stringify(then.get(f)) !== JSON.stringify(now.get(f)),
    )
    const set = fields.map((field) => [field, ...(then.get(field) ?? [null])] as const)
    return this.#write(record, awayOf(standing) === 'away' ? [...set, ['deleted', null]] : set)
  }

  /** Takes the last step back, or does it again; false when someone has written over it since. */
  take(way: 'undo' | 'redo'): boolean {
    const step = this.#steps[way].at(-1)
    if (step === undefined) return false
    const ins = new Map([...this.#puts].map(([id, { out }]) => [id, out]))
    const turned = new Map([...step.turned].map(([id, out]) => [id, !out]))
    this.turn(turned)
    const parts = step.fields.map((undone) => ({ ...undone, standing: this.#standing(undone.said.record) }))
    if (parts.some((part) => stillSaying(part).length === 0)) {
      this.turn(ins)
      return false
    }
    const start = this.#everything.length
    // Last, since it has then read what comes back with it.
    const inOrder = parts.toSorted((a, b) => Number(a.said.field === 'deleted') - Number(b.said.field === 'deleted'))
    const fields = inOrder.flatMap((part) => this.#sayAgain(part, start))
    this.#steps[way].pop()
    this.#steps[way === 'undo' ? 'redo' : 'undo'].push({ turned, fields })
    this.turn(new Map())
    return true
  }

  /** Brings back what stood. Who put a record away has then read the same words again, and what comes back beside. */
  #sayAgain(part: Part, start: number): readonly Undone[] {
    const { said, former, words, standing } = part
    const beside = this.#everything.slice(start).filter(({ record }) => record === said.record)
    const again = [...standing, ...beside].filter((o) => words.has(wordsOf(o)) || (o.n >= start && o.value === null))
    const before = [...standing.filter(({ field }) => field !== said.field), ...stillSaying(part)]
    return (former.length === 0 ? [{ value: null, read: null }] : former).flatMap(({ value, read }) => {
      const seen = read && new Set([...read, ...again.map(({ n }) => n)])
      return this.#say(said.record, [[said.field, value]], before, seen)
    })
  }

  /** What is so already is not written again. */
  #write(record: string, set: readonly (readonly [string, ...Plain[]])[]): readonly Undone[] {
    const standing = this.#standing(record)
    const news = set.filter(([field, first = null, ...more]) => {
      const now = of(standing, field)
      return more.length > 0 || now.length > 1 || (now[0]?.value ?? null) !== first
    })
    const isApart = ([field, ...values]: (typeof news)[number]): boolean => values.length > 1 || APART.has(field)
    const alone = news.filter(isApart).flatMap(([field, ...values]) => values.map((value) => [[field, value] as const]))
    const rest = news.filter((one) => !isApart(one)).map(([field, value = null]) => [field, value] as const)
    return [...alone, rest].flatMap((part) => this.#say(record, part, standing))
  }
  #putAway(record: string): readonly Undone[] {
    const standing = this.#standing(record)
    return this.#say(record, [['deleted', true]], standing, new Set(others(standing).map(({ n }) => n)))
  }
  #say(record: string, set: Pairs, standing: Standing, read: Said['read'] = null): readonly Undone[] {
    const breath = this.#everything.length
    this.known = new Set([...this.known, ...set.map((_, at) => breath + at)])
    return set.map(([field, value]) => {
      const former = of(standing, field)
      const n = this.#everything.length
      const over = former.map((one) => one.n)
      const said = { n, breath, record, field, value, over, read, first: standing.length === 0 }
      this.#everything.push(said)
      this.#own.add(n)
      const seen = others(standing).filter((one) => former.some((away) => away.read?.has(one.n)))
      return { said, former, words: new Set(awayOf(standing) === 'kept' ? [] : seen.map(wordsOf)) }
    })
  }

  /** Of a record, what nothing known was written over. */
  #standing(record: string): Standing {
    const known = this.#everything.filter((said) => said.record === record && this.known.has(said.n))
    return known.filter(({ n }) => !known.some(({ over }) => over.includes(n)))
  }

  #remember(fields: readonly Undone[], turned: Turned = new Map()): void {
    this.turn(new Map())
    if (turned.size + fields.length > 0) this.#steps = { undo: [...this.#steps.undo, { turned, fields }], redo: [] }
  }
  /** The program has ended: what was written stays, what could be taken back is forgotten. */
  forget = (): void => void (this.#steps = { undo: [], redo: [] })
}
