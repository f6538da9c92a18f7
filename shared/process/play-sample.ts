import { applyCommand } from '../edit/apply-command.ts'
import type { Author, Position } from '../edit/author.ts'
import type { Command } from '../edit/command.ts'
import type { Writing } from '../edit/draft.ts'
import { writeBatch } from '../edit/write-batch.ts'
import { derivedId, newId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
import type { AnyRecord } from '../model/record.ts'
import { addOperation } from '../operation/fold.ts'
import { emptyFold } from '../operation/fold-state.ts'
import type { Operation } from '../operation/operation.ts'
import { readRecord } from '../operation/read-record.ts'
import { genesisOperations } from './genesis.ts'
import type { Sample } from './sample.ts'
import { sampleNote } from './sample-notes.ts'
import { sampleProgramme, sampleSpeakers, sampleTags } from './sample-programme.ts'
import { consultationIdOf, recordIdOf, templateRecords } from './template-records.ts'
import type { Template } from './template.ts'

/** A reproducible source of bytes: the sample is the same on every computer. */
function seededBytes(seed: string, digest: Digest): (count: number) => Uint8Array {
  let round = 0
  return (count) => {
    round += 1
    const text = digest(`${seed} ${round}`)
    return Uint8Array.from({ length: count }, (_, index) => {
      const at = (index * 2) % (text.length - 1)
      return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xff
    })
  }
}

/** Someone who plays a part of the sample: operations are written as the program would for a person. */
export class SamplePlayer {
  readonly sample: Sample
  readonly consultation: string
  /** What the template gives everyone. */
  readonly genesis: readonly Operation[]
  readonly written: Operation[] = []
  readonly #fold = emptyFold()
  readonly #records = new Map<string, AnyRecord>()
  readonly #author: Author
  readonly #template: Template
  #position: Position = { counter: 0, reading: '' }
  #clock = Date.UTC(2021, 3, 30, 14)

  constructor(sample: Sample, template: Template, writer: string, digest: Digest) {
    this.sample = sample
    this.#template = template
    this.consultation = consultationIdOf(template, sample.edition, digest)
    this.#author = {
      consultation: this.consultation,
      stream: digest(`sample stream ${writer}`),
      by: derivedId(digest, 'sample actor', writer),
      digest,
      random: seededBytes(`sample ${writer}`, digest),
      clock: () => this.#clock,
    }
    const records = templateRecords(template, digest, sample.edition)
    this.genesis = genesisOperations(this.consultation, template.version, records, digest)
    this.receive(this.genesis)
  }

  /** Takes in what someone else wrote. */
  receive(operations: readonly Operation[]): void {
    for (const operation of operations) addOperation(this.#fold, operation)
    for (const id of new Set(operations.map(({ head }) => head.r))) {
      const record = readRecord(this.#fold, id)
      if (record !== null) this.#records.set(id, record)
    }
  }

  /** The programme: sections, themes, sessions, who is expected; what the secretariat prepares and hands out. */
  playProgramme(): void {
    this.#write(sampleProgramme(this.sample, this.idOf))
  }

  /** The notes of some sessions, as their rapporteur typed them. */
  playSessions(keys: readonly string[]): void {
    for (const session of this.sample.sessions.filter(({ key }) => keys.includes(key))) {
      this.#write(sampleSpeakers(this.sample, session, this.idOf))
      const notes = this.sample.notes.filter((note) => note.session === session.key)
      notes.forEach((note, index) => {
        const { capture, more } = sampleNote(note, session, index, this.idOf)
        this.#clock = capture.at
        this.#run(capture)
        this.#write([more])
      })
    }
  }

  /** What was decided and written afterwards: trends, specificities, syntheses. */
  playDecisions(): void {
    this.#write(sampleTags(this.sample, this.idOf))
  }

  /** The id of a record of the template, else of one that the sample adds. */
  readonly idOf = (key: string): string => {
    const { digest } = this.#author
    const isTemplate = this.#template.records.some((record) => record.key === key)
    return isTemplate ? recordIdOf(this.consultation, key, digest) : derivedId(digest, this.consultation, 'sample', key)
  }

  #run(command: Command): void {
    const writings = applyCommand({ records: this.#records, newId: () => newId(this.#author.random) }, command)
    if (!writings.ok) throw new Error(JSON.stringify(writings.failure))
    this.#write(writings.value)
  }

  #write(writings: readonly Writing[]): void {
    const batch = writeBatch(this.#fold, writings, this.#author, this.#position)
    this.#position = batch.position
    this.written.push(...batch.operations)
    this.receive(batch.operations)
  }
}
