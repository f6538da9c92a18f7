import type { DuplicatesFound, Taker } from '#shared/contract/duplicate-calls.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { comparedNotes } from '#shared/merge/compared-notes.ts'
import { proposeDuplicates } from '#shared/merge/propose-duplicates.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, type SimpleEntry } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import type { JournalOrder } from '../versions/plan-back.ts'

export interface DuplicatesOrder extends JournalOrder {
  /** Notes, and what tells where they were taken. */
  readonly records: readonly AnyRecord[]
  readonly asked: readonly string[] | null
}

/** Reading who took the notes is the smaller part. */
const READ = 0.2

/** Notes that may be of one intervention, and who took each, by the journal. Work for a worker. */
export async function findDuplicates(
  { folder, consultation, upTo, records, asked }: DuplicatesOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
  digest: Digest,
): Promise<DuplicatesFound> {
  const read = await readJournal(segmentsIn(folder, layer), consultation, digest, { to: { count: upTo } })
  const byNote = takersIn(oneByOne(read.entries.map(({ entry }) => entry)))
  onShare(READ)
  const takers = new Map([...byNote].map(([note, { key }]) => [note, key]))
  const byId = new Map(records.map((record) => [record.id, record]))
  const pairs = proposeDuplicates(comparedNotes(byId, takers), asked === null ? null : new Set(asked), (share) =>
    onShare(READ + (1 - READ) * share),
  )
  return { pairs, ...told(byNote) }
}

interface Known {
  /** The same for all that one person wrote, and for what nothing more is known of. */
  readonly key: string
  readonly isOurs: boolean
  readonly file: string | null
}

/** Who wrote the first operation of each note that is known here. */
function takersIn(entries: readonly SimpleEntry[]): ReadonlyMap<string, Known> {
  const takers = new Map<string, Known>()
  for (const entry of entries) {
    if (!('operations' in entry)) continue
    const isOurs = entry.type === 'batch'
    const source = entry.type === 'import' ? entry : null
    const file = source !== null && source.files.length === 1 ? (source.files[0]?.name ?? null) : null
    for (const { head, stamp } of entry.operations) {
      if (head.t !== 'note' || head.k !== 'c' || takers.has(head.r)) continue
      // What a table brought was written here by nobody: its lines have stamps of their own.
      takers.set(head.r, { key: stamp?.by ?? `file ${source?.id ?? ''}`, isOurs, file })
    }
  }
  return takers
}

function told(byNote: ReadonlyMap<string, Known>): Pick<DuplicatesFound, 'takers' | 'takenBy'> {
  const places = new Map([...byNote.values()].map(({ key }) => [key, 0]))
  for (const [place, key] of [...places.keys()].entries()) places.set(key, place)
  const first = new Map<string, Known>()
  for (const known of byNote.values()) if (!first.has(known.key)) first.set(known.key, known)
  const perFile = new Map<string, number>()
  const count = (file: string | null): number => {
    const number = (perFile.get(file ?? '') ?? 0) + 1
    perFile.set(file ?? '', number)
    return number
  }
  const numbered = [...first.values()].map((known) => ({ ...known, number: known.isOurs ? 1 : count(known.file) }))
  const takers = numbered.map(({ isOurs, file, number }): Taker => {
    const isAlone = isOurs || perFile.get(file ?? '') === 1
    return { isOurs, file: isOurs ? null : file, number: isAlone ? null : number }
  })
  return { takers, takenBy: Object.fromEntries([...byNote].map(([note, { key }]) => [note, places.get(key) ?? 0])) }
}
