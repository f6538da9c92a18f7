import { operationsOf } from '#node/store/store-state.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { applyChange } from '#shared/model/change.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { Records } from '#shared/model/record.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { ABOUT_PERSON } from '#shared/operation/drop.ts'
import { addOperation, dropOperations } from '#shared/operation/fold.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import { readDeleted, readRecord, readRecords } from '#shared/operation/read-record.ts'
import { sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { saidIn } from '../build/said.ts'
import { Tally, type Goal } from './goal.ts'
import { mergeStory, together, type Delivery, type MergeStory } from './merge-story.ts'
import { UnionModel } from './union-model.ts'

/** Orders in which the files of one story come in: a story costs as much to tell as all of them to merge. */
const ORDERS = 50
/** One order in so many goes the whole way of a merge, with its plan and its journal; the others are folded. */
const WHOLE_WAY = 10

/** What every order of a story must lead to, as the definition has it. */
interface Expected {
  readonly story: MergeStory
  readonly model: UnionModel
  readonly isDropped: (operation: Operation) => boolean
  hash: string | null
}

function expectedOf(story: MergeStory): Expected {
  const all = together(story.deliveries)
  const named = new Set(
    all.drops.flatMap((drop) => (typeof drop === 'string' ? [drop] : drop.k.map((k) => `${k} ${drop.r}`))),
  )
  // What is about someone goes with them.
  for (const { head, body } of all.operations) {
    const person = body?.set['person']
    const classes = head.k === 'n' ? ABOUT_PERSON.get(head.t) : undefined
    if (typeof person === 'string' && named.has(`n ${person}`))
      for (const k of classes ?? []) named.add(`${k} ${head.r}`)
  }
  const isDropped = ({ id, head }: Operation): boolean => named.has(id) || named.has(`${head.k} ${head.r}`)
  return { story, model: new UnionModel(all.operations, isDropped), isDropped, hash: null }
}

/** Someone who had nothing, and has accepted what was accepted elsewhere. */
function receiver({ accepted }: MergeStory): FoldState {
  const fold = emptyFold()
  for (const id of accepted) fold.accepted.add(id)
  return fold
}

/** The files in some order: some come twice, some were put together before, some are read from their end. */
function someOrder(deliveries: readonly Delivery[], random: Chance): readonly Delivery[] {
  const order = random.shuffled([...deliveries, ...deliveries.filter(() => random.in100(25))])
  const coming: Delivery[] = []
  for (const delivery of order) {
    const last = coming.at(-1)
    const read = random.in100(30) ? { ...delivery, operations: delivery.operations.toReversed() } : delivery
    if (last !== undefined && random.in100(25)) coming[coming.length - 1] = together([last, read])
    else coming.push(read)
  }
  return coming
}

/** Folds the files one after the other; what is wrong with what they lead to. */
function wrongFolding(expected: Expected, order: readonly Delivery[]): string | null {
  const fold = receiver(expected.story)
  for (const { operations, drops } of order) {
    dropOperations(fold, drops)
    for (const operation of operations) addOperation(fold, operation)
  }
  return wrongWithFold(expected, fold)
}

/**
 * Puts the files in as the program does: a plan for each, and in the journal what it says is new. What rests on destroyed
 * words waits until a person takes it in, which somebody does at the end.
 */
function wrongMerging(expected: Expected, order: readonly Delivery[]): string | null {
  let fold = receiver(expected.story)
  let records: Records = new Map()
  const journal = order.map(({ operations, drops }) => {
    const merged = planMerge(fold, records, operations, drops)
    fold = { ...merged.fold, owned: null }
    records = applyChange(records, merged.plan.change)
    return { type: 'batch' as const, label: 'import', operations: [...merged.fresh, ...merged.aside] }
  })
  if (saidIn(records) !== saidIn(readRecords(fold))) return 'the plans do not add up to what is shown'
  const history = operationsOf(journal)
  const waiting = [...fold.aside]
  fold.aside.clear()
  for (const id of waiting) {
    const operation = history.get(id)
    if (operation === undefined) return LOST
    addOperation(fold, operation)
  }
  return (
    wrongWithFold(expected, fold) ??
    expected.model.wronglyAway(readRecords(fold)) ??
    wrongWithTexts(expected, fold, history)
  )
}

function wrongWithFold(expected: Expected, fold: FoldState): string | null {
  const hash = canonicalHash(fold, sha256)
  expected.hash ??= hash
  return hash === expected.hash ? expected.model.differenceFrom(fold) : 'another order says something else'
}

/** A text that no order may lose: it stands in its note, or in the history. One that was destroyed is never told again. */
function wrongWithTexts(
  { story, isDropped }: Expected,
  fold: FoldState,
  history: ReturnType<typeof operationsOf>,
): string | null {
  for (const [id, text] of story.texts) {
    const kept = history.get(id)
    if (kept === undefined) return LOST
    if (isDropped(kept)) continue
    if (kept.body?.set['text'] !== text) return LOST
    if (fold.records.get(kept.head.r)?.fields.get('text')?.heads.has(id) !== true) continue
    const note = readRecord(fold, kept.head.r) ?? readDeleted(fold, kept.head.r)
    const shown = [note?.f['text'], ...(note?.conflicts?.['text'] ?? [])]
    if (!shown.includes(text)) return 'a version of a text that stands is not shown'
  }
  return null
}
const LOST = 'a version of a text is lost'

/** The first orders of one story; what there was in it to lose. */
function judge(seed: number, count: number, tally: Tally): UnionModel['interesting'] {
  const expected = expectedOf(mergeStory(seed))
  const random = chance(seed)
  for (let at = 0; at < count; at += 1) {
    const order = someOrder(expected.story.deliveries, random)
    const wrong = at % WHOLE_WAY === 0 ? wrongMerging(expected, order) : wrongFolding(expected, order)
    if (wrong !== null) tally.failed(seed, wrong, wrong === LOST ? 1 : 0)
  }
  return expected.model.interesting
}

/** Random orders of merging lead to one state, which is the union, and lose no version of a text. Cases are orders. */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R7', 10, ORDERS)
  const stories = Math.ceil(cases / ORDERS)
  const sum = { unsettled: 0, kept: 0 }
  for (let at = 0; at < stories; at += 1) {
    const { unsettled, kept } = judge(seed + at, Math.min(ORDERS, cases - at * ORDERS), tally)
    sum.unsettled += unsettled
    sum.kept += kept
  }
  const there = `${sum.unsettled} unsettled fields, ${sum.kept} edits kept from a deletion`
  return tally.result(cases, `cases are orders: ${stories} stories in up to ${ORDERS} each; ${there}`)
}
