import type { BackPreview, VersionNotFound } from '#shared/contract/version-calls.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { digest, randomBytes } from '../machine.ts'
import { lookBack } from './look-back.ts'
import { planBack, type BackOrder, type BackPlan } from './plan-back.ts'

const ports = { digest, random: randomBytes }

/** What going back would do. */
export async function lookJob(
  order: BackOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
): Promise<Result<BackPreview, VersionNotFound>> {
  const planned = await planBack(order, layer, ports, onShare)
  return planned === null ? fail({ type: 'VersionNotFound' }) : ok(lookBack(planned, order.consultation, ports))
}

/** What must be done to be back. */
export async function backJob(
  order: BackOrder,
  onShare: (share: number) => void,
  layer: FileLayer,
): Promise<Result<BackPlan, VersionNotFound>> {
  const planned = await planBack(order, layer, ports, onShare)
  if (planned === null) return fail({ type: 'VersionNotFound' })
  const { at, turns, writings } = planned
  return ok({ at, turns, writings })
}
