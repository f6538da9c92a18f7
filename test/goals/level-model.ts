import type { Operation, Value } from '#shared/operation/operation.ts'

/**
 * The level of a note by definition, out of a set of operations: the strictest rule that stands on the note, on its
 * session and as a promise. A rule gives way to one that names it and is as strict, or that a consent in force allows.
 */
export class LevelModel {
  readonly #byRecord = new Map<string, Operation[]>()
  readonly #accepted: ReadonlySet<string>

  constructor(operations: Iterable<Operation>, accepted: ReadonlySet<string>) {
    this.#accepted = accepted
    for (const operation of operations) {
      const known = this.#byRecord.get(operation.head.r)
      if (known === undefined) this.#byRecord.set(operation.head.r, [operation])
      else known.push(operation)
    }
  }

  levelOf(note: string): number {
    const sessions = this.#standing(note, 'session').map(([, value]) => String(value))
    const promised = this.#said(note, 'promised').map(([, value]) => Number(value))
    const allowed = this.#rules(note).flatMap((rule) => (this.#isAllowed(note, rule) ? [levelIn(rule)] : []))
    const promise = Math.min(Math.max(0, ...promised), ...allowed)
    return Math.max(1, promise, this.#strictest(note), ...sessions.map((session) => this.#strictest(session)))
  }

  #strictest(record: string): number {
    const rules = this.#rules(record)
    const givesWay = (rule: Operation): boolean =>
      rules.some(
        (other) =>
          other.head.o?.['level']?.includes(rule.id) === true &&
          (levelIn(other) >= levelIn(rule) || this.#isAllowed(record, other)),
      )
    return Math.max(0, ...rules.filter((rule) => !givesWay(rule)).map(levelIn))
  }

  #isAllowed(record: string, rule: Operation): boolean {
    const consent = rule.body?.set['consent']
    if (typeof consent !== 'string' || !this.#accepted.has(rule.id)) return false
    const covers = this.#standing(consent, `cover:${record}`).map(([, value]) => value)
    const isWithdrawn = this.#said(consent, 'withdrawn').some(([, value]) => value === true)
    const allowed = Math.max(0, ...this.#rules(consent).map(levelIn))
    return covers.length > 0 && covers.every((value) => value === true) && !isWithdrawn && allowed <= levelIn(rule)
  }

  #rules = (record: string): readonly Operation[] =>
    (this.#byRecord.get(record) ?? []).filter(({ body }) => body?.set['level'] !== undefined)

  #said(record: string, field: string): readonly (readonly [string, Value])[] {
    return (this.#byRecord.get(record) ?? []).flatMap(({ id, body }) => {
      const value = body?.set[field]
      return value === undefined ? [] : [[id, value] as const]
    })
  }

  #standing(record: string, field: string): readonly (readonly [string, Value])[] {
    const replaced = new Set((this.#byRecord.get(record) ?? []).flatMap(({ head }) => head.o?.[field] ?? []))
    return this.#said(record, field).filter(([id]) => !replaced.has(id))
  }
}

const levelIn = ({ body }: Operation): number => Number(body?.set['level'] ?? 0)
