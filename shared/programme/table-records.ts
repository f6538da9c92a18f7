import { derivedId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
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

/** The records that rows make, those they share first. Ids come from places in the file and never from a name. */
export function tableRecords(
  drafts: readonly RowDraft[],
  origin: TableOrigin,
  digest: Digest,
): readonly StartingRecord[] {
  const made = new TableRecords(origin, digest)
  for (const row of drafts) made.addNote(row)
  return made.all()
}

class TableRecords {
  readonly #origin: TableOrigin
  readonly #digest: Digest
  readonly #made = new Map<string, StartingRecord>()
  readonly #firstLines = new Map<string, number>()

  constructor(origin: TableOrigin, digest: Digest) {
    this.#origin = origin
    this.#digest = digest
  }

  all(): readonly StartingRecord[] {
    return [...this.#made.values()]
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
      source: `${this.#origin.fileName}, ${row.line}`,
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
    // The same label makes the same record, whichever file brings it.
    const id = derivedId(this.#digest, this.#origin.consultation, kind, labelKey(choice.create))
    return this.#give(kind, id, { label: choice.create, ...MADE_OF_LABELS[kind] })
  }

  /** The id of what a key stands for: that of the first line where it comes. */
  #placed(kind: string, key: string, line: number): string {
    const named = `${kind} ${key}`
    const first = this.#firstLines.get(named) ?? line
    this.#firstLines.set(named, first)
    return derivedId(this.#digest, this.#origin.file, kind, String(first))
  }

  #give(kind: string, id: string, set: Values): string {
    if (!this.#made.has(id)) {
      const given = Object.entries(set).filter(([, value]) => value !== '')
      this.#made.set(id, { id, kind, set: Object.fromEntries(given) })
    }
    return id
  }
}
