import { hash } from 'node:crypto'
import type { Adapter } from 'lowdb'
import * as z from 'zod'
import type { AnyRecord } from '#shared/model/record.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { replaceFile } from '../disk/whole-file.ts'
import type { PackedState } from './state-codec.ts'

const list = z.array(z.unknown())
/** The outside only: the digest over the file answers for the rest, which is too much to look at one by one. */
const packedHead = z.custom<Omit<PackedState, 'records' | 'states'>>(
  (value) =>
    z
      .looseObject({ ids: z.string(), known: z.int(), bare: list, dropped: list, accepted: list, imports: list })
      .safeParse(value).success,
)
const headSchema = z.object({
  v: z.literal(2),
  /** Another version of the program may know other kinds and fields: it folds the journal again. */
  program: z.string(),
  consultation: z.string(),
  place: z.object({ count: z.int(), chain: z.string(), segment: z.int() }),
  /** Milliseconds since 1970. */
  at: z.int(),
  state: packedHead,
})
export type Snapshot = Omit<z.infer<typeof headSchema>, 'state'> & { readonly state: PackedState }

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url')

/**
 * lowdb over our own layer, for a file that is written once under a name of its own: a line with the digest of all that
 * follows, one for the head, one for the records, then one for the state of each. Read back and compared after writing,
 * since a write that succeeded may still have lied.
 */
export class SnapshotFile implements Adapter<Snapshot | null> {
  readonly #path: string
  readonly #layer: FileLayer

  constructor(path: string, layer: FileLayer) {
    this.#path = path
    this.#layer = layer
  }

  /** Null when it is not there, or is not what was written. */
  async read(): Promise<Snapshot | null> {
    const bytes = await this.#layer.read(this.#path)
    if (bytes === null) return null
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const end = buffer.indexOf('\n')
    // Over the bytes: of a large store, making them text twice takes as long as reading them.
    if (end < 0 || digestOf(buffer.subarray(end + 1)) !== buffer.toString('latin1', 0, end)) return null
    const [head = '', records = '', ...states] = buffer.toString('utf8', end + 1).split('\n')
    const read = headSchema.safeParse(JSON.parse(head))
    if (!read.success) return null
    return { ...read.data, state: { ...read.data.state, records: JSON.parse(records) as (AnyRecord | null)[], states } }
  }

  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) return this.#layer.remove(this.#path)
    const { records, states, ...state } = snapshot.state
    const body = [JSON.stringify({ ...snapshot, state }), JSON.stringify(records), ...states].join('\n')
    const bytes = new TextEncoder().encode(`${digestOf(new TextEncoder().encode(body))}\n${body}`)
    await replaceFile(this.#layer, this.#path, bytes)
    const back = await this.#layer.read(this.#path)
    if (back !== null && Buffer.compare(back, bytes) === 0) return
    await this.#layer.remove(this.#path)
    throw Object.assign(new Error('A snapshot does not read back'), { code: 'EIO' })
  }
}
