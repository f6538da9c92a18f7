import { readingMs } from '../kit/hybrid-clock.ts'
import { classOfField } from '../model/fields.ts'
import { namedFiles } from '../operation/named-files.ts'
import type { Operation } from '../operation/operation.ts'
import { hasHiddenMark } from '../programme/row-text.ts'
import type { FileFault } from './bundle-files.ts'
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
  /** Attached files that were not taken, the rest was: not what they are called by, too long, or named by nothing. */
  | { readonly type: (typeof OF_FAULT)[FileFault]; readonly count: number }
  /** Attached files that it names, and that came neither with it nor before. */
  | { readonly type: 'FilesMissing'; readonly count: number }

const OF_FAULT = { altered: 'FilesAltered', 'too-large': 'FilesTooLarge', unnamed: 'FilesUnnamed' } as const

const DAY_MS = 86_400_000

/** `now` in milliseconds since 1970. */
export function warningsOf(
  {
    operations,
    setAside,
    passedOver = [],
    files = [],
  }: Pick<DecodedBundle, 'operations' | 'setAside' | 'passedOver' | 'files'>,
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
  for (const [fault, type] of Object.entries(OF_FAULT)) {
    const count = files.filter((file) => file.fault === fault).length
    if (count > 0) warnings.push({ type, count })
  }
  return warnings
}

/** What a file names that is not among the files that are here or come with it. */
export function missingFiles(operations: readonly Operation[], here: ReadonlySet<string>): readonly FileWarning[] {
  const count = [...namedFiles(operations)].filter((digest) => !here.has(digest)).length
  return count === 0 ? [] : [{ type: 'FilesMissing', count }]
}

const unknownFields = ({ head, body }: Operation): number =>
  Object.keys(body?.set ?? {}).filter((field) => classOfField(head.t, field) === undefined).length

const latest = (operations: readonly Operation[]): number =>
  operations.reduce((last, { stamp }) => Math.max(last, stamp === undefined ? 0 : readingMs(stamp.h) || 0), 0)

const isHiding = ({ body }: Operation): boolean =>
  Object.values(body?.set ?? {}).some((value) => typeof value === 'string' && hasHiddenMark(value))
