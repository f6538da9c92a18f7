import { createHash, type Hash } from 'node:crypto'
import type { PassphraseNeeded, StaysLocked } from '#shared/contract/backup-calls.ts'
import { BUNDLE_FORMAT, type Manifest } from '#shared/exchange/manifest.ts'
import { backupNeedsEncryption } from '#shared/exchange/select.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isKind } from '#shared/model/record.ts'
import { canonical } from '#shared/operation/canonical.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import { asDropped, dropsOf, namedByDrops } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { oneByOne, unreadLines, type Entry, type EntryOf } from '../store/entry.ts'
import { readJournal, segmentsIn } from '../store/read-journal.ts'
import { StoredFiles } from '../store/files.ts'
import type { StorePlace } from '../store/store-place.ts'
import { operationsOf, stateOf } from '../store/store-state.ts'
import { layerWith } from '../protection/layer-with.ts'
import { BACKUP_PARTS, lineOfEntry } from './backup-lines.ts'
import { packLines } from './line-parts.ts'
import { entryOf } from './file-ending.ts'
import { describeRecords, filesNamed, foldOf, type FileSource, type SeriesPlace } from './make-bundle.ts'
import { sourceIn } from './make-bundle-of-store.ts'
import { lockWithPassphrase, WORK } from './passphrase-lock.ts'

export interface BackupOrder extends StorePlace {
  readonly place: SeriesPlace
  /** Milliseconds since 1970. */
  readonly at: number
  /** Locks the file, and opens a protected store that is not unlocked. */
  readonly passphrase: string | null
  /** What was acknowledged: a segment may hold more, that nobody was told is saved. Null for all that is there. */
  readonly upTo: number | null
  /** What the store does not hold because the disk refused it; goes into the backup alone. */
  readonly unsaved: readonly EntryOf<'batch'>[]
}

export interface MadeBackup {
  readonly bytes: Uint8Array
  readonly manifest: Manifest
  /** Digest of the manifest. */
  readonly digest: string
  readonly encrypted: boolean
  /** Damages of the journal: what could not be read is not in the backup. */
  readonly damages: number
}

/** Makes a backup of a store from its journal: every operation, private, off the record and withdrawn ones too. */
export async function makeBackup(
  order: BackupOrder,
  layer: FileLayer,
  digest: Digest,
  work = WORK,
): Promise<Result<MadeBackup, PassphraseNeeded | StaysLocked>> {
  const { folder, consultation, upTo, passphrase } = order
  const open = await layerWith(order, passphrase, layer)
  if (!open.ok) return open
  const { entries, damages } = await readJournal(segmentsIn(folder, open.value), consultation, digest, {
    to: upTo === null ? null : { count: upTo },
  })
  const files = sourceIn(new StoredFiles(order, open.value, false))
  const all = [...entries.map(({ entry }) => entry), ...order.unsaved]
  const made = await packBackup(all, { ...order, files }, digest, work)
  return made.ok ? ok({ ...made.value, damages: damages.length }) : made
}

interface PackOrder extends Pick<BackupOrder, 'consultation' | 'place' | 'at' | 'passphrase'> {
  /** Where the attached files are; the backup holds none when absent. */
  readonly files?: FileSource
}

/** As `makeBackup`, from entries in memory. */
export async function packBackup(
  entries: readonly Entry[],
  { consultation, place, at, passphrase, files: source }: PackOrder,
  digest: Digest,
  work = WORK,
): Promise<Result<Omit<MadeBackup, 'damages'>, PassphraseNeeded>> {
  const { fold, destruction } = stateOf(entries)
  const destroyed = namedByDrops(destruction.drops)
  const operations = new Map([...operationsOf(entries)].map(([id, operation]) => [id, asDropped(destroyed, operation)]))
  // What a withdrawn import brought lies in the backup too, and says nothing in the state.
  const keys = oneByOne(entries).filter(({ type }) => type === 'key').length
  // Of a line that could not be read, nobody can say how much it must be protected.
  const unread = unreadLines(entries).length
  const needing = passphrase === null ? keys + unread + backupNeedsEncryption(foldOf(operations.values())) : 0
  if (needing > 0) return fail({ type: 'PassphraseNeeded', records: needing })
  const records = readRecords(fold)
  const files = await filesNamed(operations.values(), source)
  const [root, journal] = [createHash('sha256'), createHash('sha256')]
  let text = ''
  const bytes = await packLines([
    { name: BACKUP_PARTS.operations, lines: () => hashed(root, linesOf(operations)) },
    { name: BACKUP_PARTS.journal, lines: () => hashed(journal, entries, (entry) => lineOfEntry(entry, operations)) },
    ...[...files].map(([file, content]) => ({ name: entryOf(file, content), bytes: async () => content })),
    { name: BACKUP_PARTS.manifest, lines: () => [(text = canonical(manifestOf()))] },
  ])
  const locked = passphrase === null ? bytes : await lockWithPassphrase(bytes, passphrase, work)
  const manifest = JSON.parse(text) as Manifest
  return ok({ bytes: locked, manifest, digest: digest(`${text}\n`), encrypted: passphrase !== null })

  /** Made last: it announces what the parts before it turned out to be. */
  function manifestOf(): Manifest {
    const record = records.get(consultation)
    return {
      format: BUNDLE_FORMAT,
      kind: 'backup',
      audience: null,
      consultation,
      ...place,
      root: root.digest('base64url'),
      sample: record !== undefined && isKind(record, 'consultation') && record.f.sample === true,
      ...describeRecords(records, operations.size, dropsOf(fold).length),
      ...(files.size === 0 ? {} : { files: [...files.keys()] }),
      backup: {
        journal: journal.digest('base64url'),
        entries: entries.length,
        state: canonicalHash(fold, digest),
        at,
      },
    }
  }
}

const linesOf = (operations: ReadonlyMap<string, Operation>): readonly Operation[] =>
  [...operations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** The lines of items, each counted in a digest as it goes by. */
function* hashed<Item>(hash: Hash, items: Iterable<Item>, line: (item: Item) => string = canonical): Generator<string> {
  for (const item of items) {
    const text = line(item)
    hash.update(`${text}\n`)
    yield text
  }
}
