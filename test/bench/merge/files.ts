import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { foldOf } from '#node/exchange/make-bundle.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { clock, digest, randomBytes } from '#node/machine.ts'
import { shippedSample } from '#node/sample/sample-store.ts'
import { applyCommand } from '#shared/edit/apply-command.ts'
import type { Author, Position } from '#shared/edit/author.ts'
import { draft, type Draft } from '#shared/edit/draft.ts'
import { writeBatch } from '#shared/edit/write-batch.ts'
import { encodeBundle } from '#shared/exchange/bundle.ts'
import { newId } from '#shared/kit/id.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { emptyFold, type FoldState } from '#shared/operation/fold-state.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { noteCommand } from '../notes.ts'

/** Every tenth note is edited, in its section and by the secretariat: every second time in the same field. */
const EDITED = 10

const { sample, template } = shippedSample()
const player = new SamplePlayer(sample, template, 'bench', digest)
player.playProgramme()
export const { consultation } = player
/** What everyone has. */
export const PROGRAMME: readonly Operation[] = [...player.genesis, ...player.written]

/** A note as the command for it writes it, to be written many times: the command itself looks at all records. */
const PATTERNS: readonly Draft[] = Array.from({ length: 20 }, (_, number) => {
  const records = readRecords(foldOf(PROGRAMME))
  const command = noteCommand(player.idOf('session.ecology'), player.idOf('axis.ecology'), number)
  const written = applyCommand({ records, newId: () => newId(randomBytes) }, command)
  const [first] = written.ok ? written.value : []
  if (first === undefined || !('set' in first)) throw new Error('No note was written')
  return first
})

/** Someone who writes, and what they have. */
class Section {
  readonly operations: Operation[]
  readonly #fold: FoldState
  readonly #author: Author = {
    consultation,
    stream: newId(randomBytes),
    by: newId(randomBytes),
    digest,
    random: randomBytes,
    clock,
  }
  #position: Position = { counter: 0, reading: '' }

  constructor(has: readonly Operation[]) {
    this.operations = [...has]
    this.#fold = emptyFold()
    for (const operation of has) addOperation(this.#fold, operation)
  }

  write(writing: Draft): void {
    const batch = writeBatch(this.#fold, [writing], this.#author, this.#position)
    this.#position = batch.position
    for (const operation of batch.operations) {
      addOperation(this.#fold, operation)
      this.operations.push(operation)
    }
  }
}

/** A value that replaces another. */
export interface Edit {
  readonly note: string
  readonly field: string
  readonly value: string
}

/** What one section's two files say, for programs that have no operations. */
export interface Plain {
  readonly notes: readonly (Readonly<Record<string, unknown>> & { readonly id: string })[]
  readonly edits: readonly Edit[]
  /** The secretariat's own, of the same notes. */
  readonly ours: readonly Edit[]
}

export const firstFile = (folder: string, number: number): string => join(folder, `first-${number}.rapx`)
export const laterFile = (folder: string, number: number): string => join(folder, `later-${number}.rapx`)
/** Operations of the secretariat's own edits. */
export const oursFile = (folder: string, number: number): string => join(folder, `ours-${number}.json`)
export const plainFile = (folder: string, number: number): string => join(folder, `plain-${number}.json`)

/** Files of many sections, each with its own notes on the common programme; then again, with corrections. */
export async function makeFiles(folder: string, count: number, notesEach: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let number = 0; number < count; number += 1) await makeSection(folder, number, notesEach)
}

async function makeSection(folder: string, number: number, notesEach: number): Promise<void> {
  const section = new Section(PROGRAMME)
  const notes = Array.from({ length: notesEach }, (_, index) => noteOf(number, index))
  for (const note of notes) section.write(note)
  await writeBundle(firstFile(folder, number), section.operations)
  const secretariat = new Section(section.operations)
  const touched = notes.filter((_, index) => index % EDITED === 0)
  const edits = touched.map(({ record }): Edit => ({ note: record, field: 'text', value: `Corrigé en ${number}` }))
  const ours = touched.map(({ record }, index): Edit =>
    index % 2 === 0
      ? { note: record, field: 'text', value: `Corrigé au secrétariat` }
      : { note: record, field: 'stance', value: 'opposes' },
  )
  for (const { note, field, value } of edits) section.write(draft('note', note, { [field]: value }))
  for (const { note, field, value } of ours) secretariat.write(draft('note', note, { [field]: value }))
  await writeBundle(laterFile(folder, number), section.operations)
  const known = new Set(section.operations.map(({ id }) => id))
  await writeFile(oursFile(folder, number), JSON.stringify(secretariat.operations.filter(({ id }) => !known.has(id))))
  const plain: Plain = { notes: notes.map(({ record, set }) => ({ id: record, ...set })), edits, ours }
  await writeFile(plainFile(folder, number), JSON.stringify(plain))
}

function noteOf(section: number, index: number): Draft {
  const pattern = PATTERNS[index % PATTERNS.length]
  if (pattern === undefined) throw new Error('No pattern')
  const text = `${String(pattern.set['text'])} ${section}-${index}`
  return { ...pattern, record: newId(randomBytes), set: { ...pattern.set, text } }
}

async function writeBundle(path: string, operations: readonly Operation[]): Promise<void> {
  const counts = { operations: operations.length, drops: 0, notes: 0, records: {} }
  const place = { stream: newId(randomBytes), seq: 1, prev: null, sample: true, sections: [], axes: [] }
  const manifest = { kind: 'complete' as const, audience: null, consultation, ...place, counts }
  await writeFile(path, await packTexts(encodeBundle({ manifest, operations, drops: [] }, digest)))
}
