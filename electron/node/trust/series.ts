import { join } from 'node:path'
import * as z from 'zod'
import { scopeKey, type Scope } from '#shared/exchange/scope.ts'
import type { Digest } from '#shared/kit/ports.ts'
import type { Audience } from '#shared/privacy/project.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import type { SeriesPlace } from '../exchange/make-bundle.ts'
import type { EntryOf } from '../store/entry.ts'
import type { Identity } from '../store/identity.ts'
import { JsonFile } from '../store/json-file.ts'
import { fingerprintOf, newSigningKey, type SigningKey } from './signing.ts'

/** A file about to be made: what series it is in, and who signs it. */
export interface Series {
  readonly place: SeriesPlace
  readonly signer: SigningKey
}

const keySchema = z.object({ publicKey: z.string(), privateKey: z.string() })
const fileSchema = z.object({
  v: z.literal(1),
  /** The stream of the installation that made these keys: on another computer they would number two series as one. */
  stream: z.string(),
  keys: z.record(z.string(), keySchema),
})

interface Asked {
  readonly kind: 'complete' | 'projection'
  readonly audience: Audience | null
  readonly scope: Scope
}

/**
 * Where the next file of a kind, an audience and a scope stands, and who signs it. A complete one is signed by the
 * installation; a projection by a key of its series alone, so that two audiences share nothing to compare. The key is on
 * the disk before it is used; throws what the disk says.
 */
export async function nextInSeries(
  store: { readonly folder: string; readonly identity: Identity; readonly sent: readonly EntryOf<'sent'>[] },
  { kind, audience, scope }: Asked,
  layer: FileLayer,
  digest: Digest,
): Promise<Series> {
  const { identity, sent } = store
  const name = `${kind} ${audience ?? ''} ${scopeKey(scope)}`
  const signer = kind === 'complete' ? identity : await keyOfSeries(store, name, layer)
  const stream = kind === 'complete' ? digest(`${identity.stream} ${name}`) : fingerprintOf(signer.publicKey)
  const last = sent.findLast((entry) => entry.stream === stream)
  const { publicKey, privateKey } = signer
  return {
    place: { stream, seq: (last?.seq ?? 0) + 1, prev: last?.manifest ?? null },
    signer: { publicKey, privateKey },
  }
}

async function keyOfSeries(
  { folder, identity }: { readonly folder: string; readonly identity: Identity },
  name: string,
  layer: FileLayer,
): Promise<SigningKey> {
  const file = new JsonFile(join(folder, 'series.json'), layer, fileSchema)
  const found = await file.read()
  const kept = found?.stream === identity.stream ? found.keys : {}
  const known = kept[name]
  if (known !== undefined) return known
  const made = newSigningKey()
  await file.write({ v: 1, stream: identity.stream, keys: { ...kept, [name]: made } })
  return made
}
