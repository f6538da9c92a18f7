import { newId } from '../kit/id.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { canonical } from '../operation/canonical.ts'
import { fieldHeads } from '../operation/fold.ts'
import type { FoldState } from '../operation/fold-state.ts'
import { readRecord } from '../operation/read-record.ts'
import type { Operation, SensitivityClass, Value } from '../operation/operation.ts'
import { sealOperation } from '../operation/seal.ts'
import { createStamper, type Author, type Position } from './author.ts'
import { seenAgain, seenBy, type Seen } from './seen.ts'
import type { Batch } from './write-batch.ts'

/** One field that a batch wrote: by which operation, and the values it had before, several when they stood unsettled. */
interface UndoneField {
  readonly record: string
  readonly kind: string
  readonly class: SensitivityClass
  readonly field: string
  readonly operation: string
  readonly former: readonly Former[]
  readonly written: Value
  /** Whether the record was not there before. */
  readonly isNew: boolean
}

/** A value that stood before. `seen` is what the author of a deletion had read: put back, it removes no more than that. */
interface Former {
  readonly value: Value
  readonly seen: Seen | null
}

/** What is needed to take a batch back, noted before the batch is folded in. */
export interface UndoStep {
  /** Key of the command's name, for « Annuler : … ». */
  readonly label: string
  readonly fields: readonly UndoneField[]
}

export type UndoFailure =
  | { readonly type: 'NothingToUndo' }
  /** Someone has written over it since; undoing would take back their words too. */
  | { readonly type: 'ReplacedSince'; readonly records: readonly string[] }
  /** Only a consent loosens a rule that was tightened. */
  | { readonly type: 'TighteningStays'; readonly records: readonly string[] }

/** Notes what `operations` are about to replace in `fold`, which must not have folded them yet. */
export function undoStepOf(fold: FoldState, operations: readonly Operation[], label: string): UndoStep {
  const records = new Set(operations.map(({ head }) => head.r))
  const created = new Set([...records].filter((record) => readRecord(fold, record) === null))
  const fields = operations.flatMap(({ id, head, body }) =>
    Object.entries(body?.set ?? {}).map(([field, written]) => {
      const replaced = new Set(head.o?.[field] ?? [])
      const former = [...fieldHeads(fold, head.r, field)]
        .filter(([id]) => replaced.has(id))
        .map(([id, { value }]) => ({ value, seen: field === 'deleted' ? seenBy(fold, head.r, id) : null }))
      const isNew = created.has(head.r)
      return { record: head.r, kind: head.t, class: head.k, field, operation: id, former, written, isNew }
    }),
  )
  return { label, fields }
}

/**
 * The same step without what only a consent takes back: taking it back leaves those rules as they are, where a step of a
 * person's own is refused as a whole.
 */
export function leavingRules(step: UndoStep): UndoStep {
  const rules = step.fields.filter(wouldLoosen)
  const isRule = ({ record, field, operation }: UndoneField): boolean =>
    rules.some((rule) => rule.operation === operation && rule.record === record && RULED.has(field))
  const left = step.fields.filter((undone) => !isRule(undone))
  return { ...step, fields: left.map((undone) => seeing(undone, rules)) }
}

/** Fields that one operation writes together with a rule. */
const RULED: ReadonlySet<string> = new Set(['level', 'consent', 'withdrawn'])

/** A deletion that is put back has seen the rules that stay: they must not bring the record back. */
function seeing(undone: UndoneField, rules: readonly UndoneField[]): UndoneField {
  const stay = rules.filter(({ record }) => record === undone.record)
  if (undone.field !== 'deleted' || stay.length === 0) return undone
  const more = (heads: Seen['heads']): Seen['heads'] => {
    const seen: { -readonly [K in keyof Seen['heads']]: Seen['heads'][K] } = { ...heads }
    for (const { class: sensitivity, operation } of stay) seen[sensitivity] = [...(seen[sensitivity] ?? []), operation]
    return seen
  }
  const former = undone.former.map(({ value, seen }) => ({
    value,
    seen: seen === null ? null : { ...seen, heads: more(seen.heads) },
  }))
  return { ...undone, former }
}

/**
 * The operations that take a step back: one per former head of each field, each naming the undone operation, so that two
 * unsettled values come back as two. Refused when another writing has come since, unless `anyway`.
 */
export function writeUndo(
  fold: FoldState,
  step: UndoStep,
  author: Author,
  position: Position,
  anyway = false,
): Result<Batch, UndoFailure> {
  const standing = step.fields.map((undone) => ({ ...undone, standing: standingFor(fold, undone).toSorted() }))
  const replaced = standing.filter((undone) => undone.standing.length === 0).map(({ record }) => record)
  if (replaced.length > 0 && !anyway) return fail({ type: 'ReplacedSince', records: [...new Set(replaced)] })
  const tightened = step.fields.filter(wouldLoosen).map(({ record }) => record)
  if (tightened.length > 0) return fail({ type: 'TighteningStays', records: [...new Set(tightened)] })
  const id = newId(author.random)
  const stamper = createStamper(author, position, id)
  const write = (undone: Standing, { value, seen }: Former, beside: readonly Operation[]): Operation =>
    sealOperation(
      {
        v: 1,
        c: author.consultation,
        r: undone.record,
        t: undone.kind,
        k: undone.class,
        o: { [undone.field]: undone.standing },
        ...(seen === null ? {} : { seen: seenAgain(fold, undone.record, seen, beside) }),
      },
      { x: newId(author.random), set: { [undone.field]: value } },
      stamper.next(),
      author.digest,
    )
  const left = standing.filter((undone) => undone.standing.length > 0)
  // Deletions last: they have seen the values that come back with them.
  const values = left.filter(({ field }) => field !== 'deleted')
  const operations = values.flatMap((undone) => formersOf(undone).map((former) => write(undone, former, [])))
  const deletions = left
    .filter(({ field }) => field === 'deleted')
    .flatMap((undone) => formersOf(undone).map((former) => write(undone, former, operations)))
  return ok({ id, operations: [...operations, ...deletions], position: stamper.position() })
}

/** A field with the heads that say what was written. */
type Standing = UndoneField & { readonly standing: readonly string[] }

const UNSET: Former = { value: null, seen: null }
const formersOf = ({ former }: UndoneField): readonly Former[] => (former.length === 0 ? [UNSET] : former)

/**
 * The heads that say what was written: the operation itself, or those that brought its value back when a later writing
 * was undone. None when someone has written over it since.
 */
function standingFor(fold: FoldState, { record, field, operation, written }: UndoneField): readonly string[] {
  const heads = fieldHeads(fold, record, field)
  if (heads.has(operation)) return [operation]
  const form = canonical(written)
  return [...heads].filter(([, { value }]) => canonical(value) === form).map(([id]) => id)
}

/** A record that did not exist before may lose its level with everything else; one that did exist may not. */
const wouldLoosen = ({ field, former, written, isNew }: UndoneField): boolean =>
  (field === 'level' && !isNew && asLevel(written) > Math.max(0, ...former.map(({ value }) => asLevel(value)))) ||
  (field === 'withdrawn' && written === true)

const asLevel = (value: Value): number => (typeof value === 'number' ? value : 0)
