import { join } from 'node:path'
import type { Digest } from '#shared/kit/ports.ts'
import type { Verification } from '#shared/verify/verification.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { storePlace, storesFolder } from '../store/store-place.ts'
import { verifyPath } from '../verify/verify-job.ts'

/** One store in numbers; nothing in it says which one. */
export interface SurveyedStore {
  readonly report: Verification | null
  /** Why there is no report: a system code, or the type of a failure. */
  readonly code: string | null
  readonly bytes: number
  readonly copyBytes: number
}

export interface SurveyOrder {
  readonly dataFolder: string
  /** The consultation that this program has open. */
  readonly open: string | null
}

/** Verifies every store of a data folder, and weighs it. */
export async function surveyStores(
  { dataFolder, open }: SurveyOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
  digest: Digest,
): Promise<readonly SurveyedStore[]> {
  const names = await layer.list(storesFolder(dataFolder))
  const stores: SurveyedStore[] = []
  for (const [index, name] of names.entries()) {
    const { folder, copies } = storePlace(dataFolder, name)
    const order = { path: folder, passphrase: null, isOpenHere: name === open }
    const report = await verifyPath(order, (share) => onShare((index + share) / names.length), layer, digest)
    const code = report.ok ? null : 'code' in report.failure ? report.failure.code : report.failure.type
    const [bytes, copyBytes] = [await weigh(folder, layer), await weigh(copies, layer)]
    stores.push({ report: report.ok ? report.value : null, code, bytes, copyBytes })
  }
  return stores
}

async function weigh(folder: string, layer: FileLayer): Promise<number> {
  let bytes = 0
  for (const name of await layer.list(folder).catch(() => [])) {
    bytes += (await layer.read(join(folder, name)).catch(() => null))?.length ?? 0
  }
  return bytes
}
