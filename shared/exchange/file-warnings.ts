import { readingMs } from '../kit/hybrid-clock.ts'
import { classOfField } from '../model/fields.ts'
import type { Operation } from '../operation/operation.ts'
import { hasHiddenMark } from '../programme/row-text.ts'
import type { DecodedBundle } from './decode-bundle.ts'

/** What a person should know of a file that is taken in all the same. */
export type FileWarning =
  /** Parts that a system added when the file was packed again; `part` is one of them. */
  | { readonly type: 'PassedOver'; readonly count: number; readonly part: string }
  | { readonly type: 'NothingInside' }
  /** Fields that only a newer version knows: kept, and sent on as they are. */
  | { readonly type: 'UnknownFields'; readonly count: number }
  /** The clock that dated them is so many days ahead; it decides nothing. */
  | { readonly type: 'ClockAhead'; readonly count: number }
  /** Texts with signs that cannot be seen and change how the others are read. */
  | { readonly type: 'HiddenMark'; readonly count: number }

const DAY_MS = 86_400_000

/** `now` in milliseconds since 1970. */
export function warningsOf(
  { operations, setAside, passedOver = [] }: Pick<DecodedBundle, 'operations' | 'setAside' | 'passedOver'>,
  now: number,
): readonly FileWarning[] {
  const warnings: FileWarning[] = []
  const [part] = passedOver
  if (part !== undefined) warnings.push({ type: 'PassedOver', count: passedOver.length, part })
  if (operations.length === 0 && setAside.length === 0) warnings.push({ type: 'NothingInside' })
  const unknown = operations.reduce((sum, operation) => sum + unknownFields(operation), 0)
  if (unknown > 0) warnings.push({ type: 'UnknownFields', count: unknown })
  const days = Math.floor((latest(operations) - now) / DAY_MS)
  if (days > 0) warnings.push({ type: 'ClockAhead', count: days })
  const hidden = operations.filter(isHiding).length
  if (hidden > 0) warnings.push({ type: 'HiddenMark', count: hidden })
  return warnings
}

const unknownFields = ({ head, body }: Operation): number =>
  Object.keys(body?.set ?? {}).filter((field) => classOfField(head.t, field) === undefined).length

const latest = (operations: readonly Operation[]): number =>
  operations.reduce((last, { stamp }) => Math.max(last, stamp === undefined ? 0 : readingMs(stamp.h) || 0), 0)

const isHiding = ({ body }: Operation): boolean =>
  Object.values(body?.set ?? {}).some((value) => typeof value === 'string' && hasHiddenMark(value))
