import { derivedId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
import { isKind, type AnyRecord, type Note, type Records } from '../model/record.ts'
import type { Values } from '../operation/operation.ts'
import type { StartingRecord } from '../process/template-records.ts'
import { labelKey, type Choice } from './label-index.ts'
import type { RowDraft } from './row-draft.ts'

/** Where rows come from and what they were promised. */
export interface TableOrigin {
  readonly consultation: string
  /** Digest of the file's bytes: with the line, it makes the ids, so that a file put in twice adds nothing. */
  readonly file: string
  readonly fileName: string
  /** The attribution level of every row. */
  readonly level: number
}

/** What a label that no record carries makes. A section that a file brings was heard: its consultation is the file. */
const MADE_OF_LABELS = { axis: {}, region: { state: 'held', regionKind: 'custom' }, theme: {} } as const

/** The note of a row. */
export const rowId = (file: string, line: number, digest: Digest): string =>
  derivedId(digest, file, 'note', String(line))

/** Where a row comes from, in words: `contributions.csv, 12`. */
export const sourceOf = (fileName: string, line: number | ''): string => `${fileName}, ${line}`

/** The record that a label names; the same label makes the same record, whichever file brings it. */
export const labelledId = (
  choice: Choice,
  kind: keyof typeof MADE_OF_LABELS,
  { consultation }: TableOrigin,
  digest: Digest,
): string => ('id' in choice ? choice.id : derivedId(digest, consultation, kind, labelKey(choice.create)))

/**
 * The records that rows make, those they share first. Ids come from places in the file and never from a name. Rows that
 * have their note already make none, and lend their voice to the others.
 */
export function tableRecords(
  drafts: readonly RowDraft[],
  origin: TableOrigin,
  digest: Digest,
  earlier: ReadonlyMap<number, Note> = new Map(),
  records: Records = new Map(),
): readonly StartingRecord[] {
  const made = new TableRecords(origin, digest)
  for (const row of drafts) {
    const note = earlier.get(row.line)
    if (note !== undefined) made.lendVoice(row, records.get(note.f.voice ?? ''))
  }
  for (const row of drafts) if (!earlier.has(row.line)) made.addNote(row)
  return made.all()
}

class TableRecords {
  readonly #origin: TableOrigin
  readonly #digest: Digest
  readonly #made = new Map<string, StartingRecord>()
  readonly #ids = new Map<string, string>()

  constructor(origin: TableOrigin, digest: Digest) {
    this.#origin = origin
    this.#digest = digest
  }

  all(): readonly StartingRecord[] {
    return [...this.#made.values()]
  }

  /** Whoever spoke in an earlier row is the same person, organisation and voice in the others. */
  lendVoice({ voice: key, organisation }: RowDraft, voice: AnyRecord | undefined): void {
    if (key === undefined || voice === undefined || !isKind(voice, 'voice')) return
    const { f } = voice
    const lent = [
      [`person ${key}`, f.person],
      [`organisation ${organisation}`, f.organisation],
      [`group ${organisation}`, f.group],
      [`voice ${key} ${f.axis} ${f.region ?? ''}`, f.level === this.#origin.level ? voice.id : undefined],
    ] as const
    for (const [named, id] of lent) if (id !== undefined) this.#ids.set(named, id)
  }

  addNote(row: RowDraft): void {
    const axis = this.#named('axis', row.axis)
    const region = row.region === undefined ? '' : this.#named('region', row.region)
    const themes = row.themes.map((choice) => [`theme:${this.#named('theme', choice)}`, true] as const)
    this.#give('note', rowId(this.#origin.file, row.line, this.#digest), {
      text: row.text,
      lang: row.lang,
      axis,
      voice: row.voice === undefined ? '' : this.#voice(row, row.voice, axis, region),
      noteKind: row.kind ?? 'observation',
      stance: row.stance ?? '',
      scope: 'undecided',
      channel: 'written-text',
      promised: this.#origin.level,
      ...Object.fromEntries(themes),
      ...(row.date === undefined ? {} : { at: Date.parse(row.date) }),
      source: sourceOf(this.#origin.fileName, row.line),
    })
  }

  #voice(row: RowDraft, key: string, axis: string, region: string): string {
    const { organisation = '', speaker = '', line } = row
    return this.#give('voice', this.#placed('voice', `${key} ${axis} ${region}`, line), {
      region,
      axis,
      level: this.#origin.level,
      group: organisation && this.#placed('group', organisation, line),
      speaksFor: 'contribution',
      category: row.category ?? '',
      organisation:
        organisation &&
        this.#give('organisation', this.#placed('organisation', organisation, line), { name: organisation, region }),
      person: speaker && this.#give('person', this.#placed('person', key, line), { name: speaker }),
    })
  }

  #named(kind: keyof typeof MADE_OF_LABELS, choice: Choice): string {
    if ('id' in choice) return choice.id
    const id = labelledId(choice, kind, this.#origin, this.#digest)
    return this.#give(kind, id, { label: choice.create, ...MADE_OF_LABELS[kind] })
  }

  /** The id of what a key stands for: the one that was lent, else that of the first line where it comes. */
  #placed(kind: string, key: string, line: number): string {
    const named = `${kind} ${key}`
    const id = this.#ids.get(named) ?? derivedId(this.#digest, this.#origin.file, kind, String(line))
    this.#ids.set(named, id)
    return id
  }

  #give(kind: string, id: string, set: Values): string {
    if (!this.#made.has(id)) {
      const given = Object.entries(set).filter(([, value]) => value !== '')
      this.#made.set(id, { id, kind, set: Object.fromEntries(given) })
    }
    return id
  }
}
