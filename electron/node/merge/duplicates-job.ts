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
  const takers = new Map([...byNote].flatMap(([note, { key, isOne }]) => (isOne ? [[note, key] as const] : [])))
  const byId = new Map(records.map((record) => [record.id, record]))
  const pairs = proposeDuplicates(comparedNotes(byId, takers), asked === null ? null : new Set(asked), (share) =>
    onShare(READ + (1 - READ) * share),
  )
  return { pairs, ...told(byNote) }
}

interface Known {
  /** The same for all that one person wrote, and for all of one import where nothing more is known. */
  readonly key: string
  /** Whether it tells one person: several files that came at once, without stamps, do not. */
  readonly isOne: boolean
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
      const isOne = stamp !== undefined || file !== null
      takers.set(head.r, { key: stamp?.by ?? `import ${source?.id ?? ''}`, isOne, isOurs, file })
    }
  }
  return takers
}

/** The takers in the order of their first notes, numbered where one file brought the notes of several. */
function told(byNote: ReadonlyMap<string, Known>): Pick<DuplicatesFound, 'takers' | 'takenBy'> {
  const places = new Map<string, number>()
  const takers: Known[] = []
  for (const known of byNote.values()) {
    if (places.has(known.key)) continue
    places.set(known.key, takers.length)
    takers.push(known)
  }
  return {
    takers: takers.map((known, place): Taker => {
      const { isOurs, file } = known
      if (isOurs) return { isOurs, file: null, number: null }
      const ofFile = (other: Known): boolean => !other.isOurs && other.file === file
      const isAlone = takers.filter(ofFile).length === 1
      return { isOurs, file, number: isAlone ? null : takers.slice(0, place + 1).filter(ofFile).length }
    }),
    takenBy: Object.fromEntries([...byNote].map(([note, { key }]) => [note, places.get(key) ?? 0])),
  }
}
