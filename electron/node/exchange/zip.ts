import { isUtf8 } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import { crc32, inflateRawSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { overLimit, type ContainerFailure, type OtherContent } from '#shared/exchange/container-failure.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { codeOf } from '../disk/file-layer.ts'
import { recogniseFile } from '../import/recognise-file.ts'
import { isAddedBySystem, isExpected, nameFault, sameNameKey } from './entry-names.ts'
import { partRefused, zipEntries, zipPlaces, type ZipEntry } from './zip-directory.ts'

/** A fixed day: a container tells nothing about when, or in which time zone, it was made. */
export const NO_TIME = new Date(1980, 0, 1)

const ENTRY_OPTIONS = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true }

/** Packs texts, and behind them files as they are; the same ones give the same bytes. */
export async function packTexts(
  parts: Readonly<Record<string, string>>,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name, ENTRY_OPTIONS)
  for (const [name, bytes] of files) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), name, {
      ...ENTRY_OPTIONS,
      compress: false,
    })
  }
  zip.end()
  return buffer(zip.outputStream)
}

/**
 * Unpacks the parts named in `limits`, each up to its number of bytes. One part that is not what a container of ours holds,
 * and the whole file is refused, before anything of it is unpacked; what systems add by themselves is passed over.
 */
export async function unpackTexts<Name extends string>(
  bytes: Uint8Array,
  limits: Readonly<Record<Name, number>>,
  strangers: 'refused' | 'passed over' = 'refused',
): Promise<Result<Readonly<Partial<Record<Name, string>>>, ContainerFailure>> {
  const found = trustedParts(bytes)
  if (!found.ok) return found
  const stranger = found.value.find(({ entry: { name } }) => !isExpected(name) && !isAddedBySystem(name))
  if (stranger !== undefined && strangers === 'refused') return fail(partRefused(stranger.entry, 'unexpected'))
  const texts: Partial<Record<Name, string>> = {}
  for (const { entry, packed } of found.value) {
    const limit = Object.hasOwn(limits, entry.name) ? limits[entry.name as Name] : undefined
    if (limit === undefined) continue
    const text = textOf(entry, packed, limit)
    if (!text.ok) return text
    texts[entry.name as Name] = text.value
  }
  return ok(texts)
}

interface PackedPart {
  readonly entry: ZipEntry
  readonly packed: Buffer
}

/** The parts of a container, none unpacked, once everything that can be said of them beforehand is in order. */
export function trustedParts(bytes: Uint8Array): Result<readonly PackedPart[], ContainerFailure> {
  const zip = asBuffer(bytes)
  const entries = trustedEntries(zip)
  if (!entries.ok) return entries
  const places = zipPlaces(zip, entries.value)
  if (!places.ok) return places
  return ok([...places.value].map(([entry, [from, to]]) => ({ entry, packed: zip.subarray(from, to) })))
}

/** Names in a container, in their order, as its directory gives them; none when it cannot be read. */
export function entryNames(bytes: Uint8Array): readonly string[] {
  const entries = zipEntries(asBuffer(bytes))
  return entries.ok ? entries.value.map(({ name }) => name) : []
}

/** Parts of a file that was read, of which nothing was. */
export const partsPassedOver = (bytes: Uint8Array): readonly string[] =>
  entryNames(bytes).filter((name) => !isExpected(name))

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

function trustedEntries(zip: Buffer): Result<readonly ZipEntry[], ContainerFailure> {
  if (zip.length === 0) return fail({ type: 'EmptyFile' })
  if (zip.length > LIMITS.fileBytes) return fail(overLimit('fileBytes'))
  const content = recogniseFile(zip)
  if (content !== 'workbook' && !isEmptyZip(zip)) {
    return fail({ type: 'NotABundle', found: content === 'protected-workbook' ? 'workbook' : content })
  }
  const entries = zipEntries(zip)
  if (!entries.ok) return entries
  const names = new Set(entries.value.map(({ name }) => name))
  if (entries.value.length > 0 && ![...names].some(isExpected) && ![...names].some(nameFault)) {
    return fail({ type: 'NotABundle', found: otherContainer(names) })
  }
  const keys = new Set<string>()
  for (const entry of entries.value) {
    const fault = nameFault(entry.name)
    if (fault !== null) return fail(partRefused(entry, fault))
    const key = sameNameKey(entry.name)
    if (keys.has(key)) return fail(partRefused(entry, 'twice'))
    keys.add(key)
  }
  return entries
}

const isEmptyZip = (zip: Buffer): boolean => zip.toString('latin1', 0, 4) === 'PK\u0005\u0006'

/** What people choose by mistake is packed in the same way. */
function otherContainer(names: ReadonlySet<string>): OtherContent {
  if (names.has('word/document.xml')) return 'word'
  if (names.has('xl/workbook.xml')) return 'workbook'
  return names.has('mimetype') && names.has('content.xml') ? 'open-document' : 'archive'
}

function textOf(entry: ZipEntry, packed: Buffer, limit: number): Result<string, ContainerFailure> {
  const bytes = unpackedPart(entry, packed, limit)
  if (!bytes.ok || isUtf8(bytes.value)) return bytes.ok ? ok(new TextDecoder('utf-8').decode(bytes.value)) : bytes
  return fail({ ...partRefused(entry, 'encoding'), line: brokenLine(bytes.value) } as ContainerFailure)
}

/** The bytes of a part, as many and of the checksum that the container announces, and no more than `limit`. */
export function unpackedPart(entry: ZipEntry, packed: Buffer, limit: number): Result<Buffer, ContainerFailure> {
  const { unpacked, method } = entry
  if (unpacked > limit) return fail(overLimit(limit === LIMITS.manifestBytes ? 'manifestBytes' : 'operationsBytes'))
  if (unpacked > 1_000_000 && unpacked > packed.length * LIMITS.ratio) return fail(overLimit('ratio'))
  try {
    // Stops while unpacking, at the length that was announced.
    const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) })
    if (bytes.length > unpacked) return fail(partRefused(entry, 'longer'))
    // A changed byte can still inflate to as many.
    if (bytes.length !== unpacked || crc32(bytes) !== entry.crc32) return fail({ type: 'Truncated' })
    return ok(bytes)
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? fail(partRefused(entry, 'longer')) : fail({ type: 'Truncated' })
  }
}

/** The first line that is not UTF-8; the first is 1. */
function brokenLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; ; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    if (newline === -1 || !isUtf8(bytes.subarray(start, newline))) return line
    start = newline + 1
  }
}
