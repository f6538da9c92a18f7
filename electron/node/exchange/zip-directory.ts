import { overLimit, type ContainerFailure, type PartFault } from '#shared/exchange/container-failure.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { shownName } from './entry-names.ts'

/** One part of a container, as its directory announces it. */
export interface ZipEntry {
  readonly name: string
  readonly flags: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly crc32: number
  readonly packed: number
  readonly unpacked: number
  /** Type and rights of the file on the system it was packed on. */
  readonly mode: number
  /** Where its own header stands. */
  readonly at: number
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const LOCATOR_64 = 0x07064b50
const LOCATOR_64_BYTES = 20
const END_64 = 0x06064b50
const END_64_BYTES = 56
const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46

interface Directory {
  readonly count: number
  readonly from: number
  readonly to: number
}

/** Parts of a container in the order of its directory, of which nothing is unpacked and no name is judged. */
export function zipEntries(bytes: Buffer): Result<readonly ZipEntry[], ContainerFailure> {
  const directory = directoryOf(bytes)
  if (directory === null || directory.count * CENTRAL_BYTES > directory.to - directory.from) {
    return fail({ type: 'Truncated' })
  }
  if (directory.count > LIMITS.entries) return fail(overLimit('entries'))
  const entries: ZipEntry[] = []
  let at = directory.from
  while (entries.length < directory.count) {
    const fixed = at + CENTRAL_BYTES
    if (fixed > directory.to || bytes.readUInt32LE(at) !== CENTRAL) return fail({ type: 'Truncated' })
    const next = fixed + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (next > directory.to) return fail({ type: 'Truncated' })
    entries.push(entryAt(bytes, at))
    at = next
  }
  // What stands between the last entry and the end of the directory would be read by some programs and not by others.
  return at === directory.to ? ok(entries) : fail({ type: 'Truncated' })
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const fixed = at + CENTRAL_BYTES
  return {
    name: bytes.toString('utf8', fixed, fixed + bytes.readUInt16LE(at + 28)),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc32: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    mode: bytes.readUInt16LE(at + 40),
    at: bytes.readUInt32LE(at + 42),
  }
}

/** Where the directory stands: its end is looked for from the end of the file, past a comment that says its length. */
function directoryOf(bytes: Buffer): Directory | null {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let end = bytes.length - END_BYTES; end >= lowest; end -= 1) {
    if (bytes.readUInt32LE(end) !== END) continue
    if (end + END_BYTES + bytes.readUInt16LE(end + 20) !== bytes.length) return null
    const size = bytes.readUInt32LE(end + 12)
    const [count, from] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
    const isLong = count === 0xffff || from === 0xffffffff || size === 0xffffffff
    if (isLong) return longDirectoryOf(bytes, end)
    // In several volumes, or not where it says.
    const isWhole = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count && from + size === end
    return isWhole ? { count, from, to: end } : null
  }
  return null
}

/** Numbers of 64 bits beyond what a file can hold are no places in it. */
function longDirectoryOf(bytes: Buffer, end: number): Directory | null {
  const locator = end - LOCATOR_64_BYTES
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) return null
  const at = Number(bytes.readBigUInt64LE(locator + 8))
  if (at + END_64_BYTES > locator || bytes.readUInt32LE(at) !== END_64) return null
  const [count, size, from] = [32, 40, 48].map((place) => Number(bytes.readBigUInt64LE(at + place)))
  if (count === undefined || size === undefined || from === undefined || from + size !== at) return null
  return { count, from, to: at }
}

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
/** Sizes and checksum stand after the part, since they were not known before it. */
const SIZES_FOLLOW = 0x8
const ENCRYPTED = 0x1 | 0x40 | 0x2000
const KIND_OF_FILE = 0o170000
const PLAIN = 0o100000
const FOLDER = 0o040000

/** Where the bytes of each part stand, once every part is what the directory says and none shares bytes with another. */
export function zipPlaces(
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Result<ReadonlyMap<ZipEntry, readonly [from: number, to: number]>, ContainerFailure> {
  const places = new Map<ZipEntry, readonly [from: number, to: number]>()
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const fault = entryFault(entry)
    if (fault !== null) return fail(partRefused(entry, fault))
    if (entry.at + LOCAL_BYTES > bytes.length) return fail({ type: 'Truncated' })
    const from = entry.at + LOCAL_BYTES + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    if (from + entry.packed > bytes.length) return fail({ type: 'Truncated' })
    if (entry.at < free || !agrees(bytes, entry)) return fail(partRefused(entry, 'inconsistent'))
    free = from + entry.packed
    places.set(entry, [from, free])
  }
  return ok(places)
}

function entryFault({ flags, mode, method, packed, unpacked }: ZipEntry): PartFault | null {
  if ((flags & ENCRYPTED) !== 0) return 'encrypted'
  const kind = mode & KIND_OF_FILE
  if (kind !== 0 && kind !== PLAIN && kind !== FOLDER) return 'link'
  const isKnown = method === 8 || (method === 0 && packed === unpacked)
  return isKnown ? null : 'inconsistent'
}

/** What the part's own header says, which other programs go by. */
function agrees(bytes: Buffer, { at, name, flags, method, crc32, packed, unpacked }: ZipEntry): boolean {
  const said = { flags: bytes.readUInt16LE(at + 6), method: bytes.readUInt16LE(at + 8) }
  const isSame =
    bytes.readUInt32LE(at) === LOCAL &&
    said.flags === flags &&
    said.method === method &&
    bytes.toString('utf8', at + LOCAL_BYTES, at + LOCAL_BYTES + bytes.readUInt16LE(at + 26)) === name
  if (!isSame || (flags & SIZES_FOLLOW) !== 0) return isSame
  const sizes = [bytes.readUInt32LE(at + 14), bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)]
  return sizes[0] === crc32 && sizes[1] === packed && sizes[2] === unpacked
}

export const partRefused = ({ name }: Pick<ZipEntry, 'name'>, reason: PartFault): ContainerFailure => ({
  type: 'PartRefused',
  reason,
  part: shownName(name),
})
