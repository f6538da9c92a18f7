import type { Edited, MergePreview } from '../../../../shared/contract/replies.ts'
import { applyCommand } from '../../../../shared/edit/apply-command.ts'
import type { Author, Position } from '../../../../shared/edit/author.ts'
import type { Command } from '../../../../shared/edit/command.ts'
import { undoStepOf, type UndoStep, writeUndo } from '../../../../shared/edit/undo.ts'
import { writeBatch } from '../../../../shared/edit/write-batch.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { equivalentsIn } from '../../../../shared/merge/equivalents.ts'
import { type Origin, originsIn, type Told } from '../../../../shared/merge/origins.ts'
import { planMerge } from '../../../../shared/merge/plan-merge.ts'
import { applyChange, type Change } from '../../../../shared/model/change.ts'
import { isKind, type Note, type Records } from '../../../../shared/model/record.ts'
import { addOperation } from '../../../../shared/operation/fold.ts'
import { emptyFold, type FoldState } from '../../../../shared/operation/fold-state.ts'
import type { Operation } from '../../../../shared/operation/operation.ts'
import { readRecord, readRecords } from '../../../../shared/operation/read-record.ts'
import { waitingLoosenings } from '../../../../shared/operation/waiting.ts'
import { decodeTemplate } from '../../../../shared/process/decode-template.ts'
import { SamplePlayer } from '../../../../shared/process/play-sample.ts'
import { decodeSample } from '../../../../shared/process/sample.ts'
import { pageDigest, pageId } from '../harness/memory-node.ts'

/** One installation in memory, writing through the real core. */
class Installation {
  fold: FoldState
  records: Records
  readonly written: Operation[] = []
  readonly steps: UndoStep[] = []
  readonly #author: Author
  #position: Position = { counter: 0, reading: '' }

  constructor(fold: FoldState, consultation: string, stream: string) {
    this.fold = fold
    this.records = readRecords(fold)
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
    this.#author = { consultation, stream, by: stream, digest: pageDigest, random, clock: Date.now }
  }

  edit(command: Command): Result<Edited, { readonly type: string }> {
    const writings = applyCommand({ records: this.records, newId: pageId }, command)
    if (!writings.ok) return writings
    const batch = writeBatch(this.fold, writings.value, this.#author, this.#position)
    this.steps.push(undoStepOf(this.fold, batch.operations, command.type))
    return ok(this.#take(batch.operations, batch.position))
  }

  undo(): Result<Edited, { readonly type: string }> {
    const step = this.steps.pop()
    if (step === undefined) return fail({ type: 'NothingToUndo' })
    const undone = writeUndo(this.fold, step, this.#author, this.#position)
    return undone.ok ? ok(this.#take(undone.value.operations, undone.value.position)) : undone
  }

  accept(ids: readonly string[]): Edited {
    const waiting = waitingLoosenings(this.fold).filter(({ id }) => ids.includes(id))
    for (const { id } of waiting) this.fold.accepted.add(id)
    const touched = waiting.map(({ record }) => record)
    return this.edited(
      Object.fromEntries(touched.map((id) => [id, [this.records.get(id) ?? null, readRecord(this.fold, id)]])),
    )
  }

  edited(change: Change): Edited {
    this.records = applyChange(this.records, change)
    return { change, history: { undo: this.steps.at(-1)?.label ?? null, redo: null }, savedAt: Date.now() }
  }

  #take(operations: readonly Operation[], position: Position): Edited {
    for (const operation of operations) addOperation(this.fold, operation)
    this.written.push(...operations)
    this.#position = position
    const touched = [...new Set(operations.map(({ head }) => head.r))]
    return this.edited(
      Object.fromEntries(touched.map((id) => [id, [this.records.get(id) ?? null, readRecord(this.fold, id)]])),
    )
  }
}

/** The sample consultation, here and in a section that went on working on it. */
export function openSample(templateJson: unknown, sampleJson: unknown) {
  const [template, sample] = [decodeTemplate(templateJson), decodeSample(sampleJson)]
  if (!template.ok || !sample.ok) throw new Error('The sample is not readable')
  const player = new SamplePlayer(sample.value, template.value, 'secretariat', pageDigest)
  player.playProgramme()
  player.playSessions(sample.value.sessions.map(({ key }) => key))
  player.playDecisions()
  const folded = () => {
    const fold = emptyFold()
    for (const operation of [...player.genesis, ...player.written]) addOperation(fold, operation)
    return fold
  }
  const here = new Installation(folded(), player.consultation, 'here')
  const section = new Installation(folded(), player.consultation, 'section')
  const common: readonly Operation[] = [...player.genesis, ...player.written]
  return { here, section, common, consultation: player.consultation, lists: template.value.lists }
}
export type OpenSample = ReturnType<typeof openSample>

const edits = (note: Note, set: object): Command =>
  ({ type: 'notes.edit', notes: [note.id], set, addThemes: [], newThemes: [], removeThemes: [] }) as Command

/** Both sides change the same notes, and the section has more: what a preview then shows is real. */
export function divergeFrom({ here, section }: OpenSample): void {
  const notes = [...here.records.values()].filter((record): record is Note & { kind: 'note' } => isKind(record, 'note'))
  const [first, second, third] = notes.filter(({ f }) => f.translation !== undefined)
  for (const [index, note] of [first, second, third].entries()) {
    if (note === undefined) continue
    const words = (note.f.translation ?? '').split(' ')
    const at = Math.floor(words.length / 2)
    const write = (...more: string[]) => ({ translation: words.toSpliced(at, 2, ...more).join(' ') })
    here.edit(edits(note, { ...write('administrer', 'ensemble'), ...(index === 0 ? { scope: 'undecided' } : {}) }))
    section.edit(
      edits(note, { ...write('recharger', 'et', 'partager'), ...(index === 0 ? { scope: 'specificity' } : {}) }),
    )
  }
  for (const note of notes.slice(40, 52)) section.edit(edits(note, { scope: 'specificity', scopeReason: 'Relue' }))
  section.edit({ type: 'notes.remove', notes: notes.slice(60, 62).map(({ id }) => id) })
  const [kept] = notes.slice(60, 61)
  if (kept !== undefined) here.edit(edits(kept, { scopeReason: 'Relue ici' }))
  proposeTheme(section, notes.slice(100, 108))
  loosenOne(section, notes)
}

/** A theme that is here under almost the same words. */
function proposeTheme(section: Installation, notes: readonly Note[]): void {
  const region = [...section.records.values()].find(({ kind, f }) => kind === 'region' && f['short'] === 'MEWA')
  const theme = pageId()
  const set = {
    label: 'Participation des habitants',
    ...(region === undefined ? {} : { proposedBy: region.id }),
  }
  section.edit({ type: 'record.save', kind: 'theme', record: theme, set })
  const bear = { set: {}, addThemes: [theme], newThemes: [], removeThemes: [] }
  section.edit({ type: 'notes.edit', notes: notes.map(({ id }) => id), ...bear })
}

/** A rule that someone agreed to loosen there. */
function loosenOne(section: Installation, notes: readonly Note[]): void {
  const strict = notes.find(({ f }) => (f.promised ?? 0) >= 3)
  if (strict === undefined) return
  const agreed = { who: 'Awa Diop', at: '2021-05-18', basis: 'Relu et accepté par courriel' }
  section.edit({ type: 'level.loosen', records: [strict.id], level: 1, consent: pageId(), ...agreed })
}

export const previewOf = ({ here, section }: OpenSample): MergePreview => {
  const { plan } = planMerge(here.fold, here.records, section.written)
  const { change, ...rest } = plan
  const added = Object.entries(change).flatMap(([id, [before]]) => (before === null ? [id] : []))
  const equivalents = added.length === 0 ? [] : equivalentsIn(applyChange(here.records, change), new Set(added))
  const spoken = new Set([
    ...plan.conflicts.map(({ record }) => record),
    ...equivalents.flatMap(({ record, into }) => [record, into]),
  ])
  const context = [...spoken].flatMap((id) => change[id]?.[1] ?? here.records.get(id) ?? [])
  return { files: [], plan: rest, equivalents, context }
}

/** Where versions come from, as the journal and the files would tell. */
export const originsOf = ({ here, section, common }: OpenSample, wanted: readonly string[]): readonly Origin[] => {
  const of = (operations: readonly Operation[], isOurs: boolean): readonly Told[] =>
    operations
      .filter(({ head }) => wanted.includes(head.r))
      .map((operation) => ({ operation, isOurs, file: isOurs ? null : 'MEWA-1-2-3-4-2021-05-19-v2-7c41d0aa.rapx' }))
  return originsIn([...of(common, true), ...of(here.written, true), ...of(section.written, false)])
}
