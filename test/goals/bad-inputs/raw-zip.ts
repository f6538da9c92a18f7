import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a container as a forger would write it: what is not said is as it should be. */
export interface RawPart {
  readonly name: string | Uint8Array
  readonly bytes: Uint8Array | string
  readonly stored?: boolean
  readonly flags?: number
  /** Type and rights on the system it was packed on. */
  readonly mode?: number
  /** Announced length once unpacked, in both headers. */
  readonly unpacked?: number
  readonly crc?: number
  /** Name in the part's own header, when it is another. */
  readonly localName?: string
}

/** A container, byte by byte. `claimed`: the number of parts that its end announces. */
export function rawZip(parts: readonly RawPart[], claimed = parts.length): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const part of parts) {
    const written = rawPart(part, at)
    locals.push(written.local)
    directory.push(written.central)
    at += written.local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(claimed & 0xffff, 8)
  end.writeUInt16LE(claimed & 0xffff, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

function rawPart({ name, bytes, stored = false, flags = 0x800, mode = 0o100644, ...forged }: RawPart, at: number) {
  const content = Buffer.from(bytes as string)
  const packed = stored ? content : deflateRawSync(content)
  const fields = {
    flags,
    method: stored ? 0 : 8,
    crc: forged.crc ?? crc32(content),
    packed: packed.length,
    unpacked: forged.unpacked ?? content.length,
  }
  const [central, local] = [Buffer.from(name as string), Buffer.from(forged.localName ?? (name as string))]
  return {
    local: Buffer.concat([header(0x04034b50, [], fields, local.length, 0), local, packed]),
    central: Buffer.concat([centralHeader(fields, central.length, mode, at), central]),
  }
}

type Fields = Readonly<Record<'flags' | 'method' | 'crc' | 'packed' | 'unpacked', number>>

/** Signature, versions, then what both headers say of a part. */
function header(
  signature: number,
  madeBy: readonly number[],
  fields: Fields,
  nameLength: number,
  more: number,
): Buffer {
  const before = 4 + madeBy.length * 2
  const bytes = Buffer.alloc(before + 26 + more)
  bytes.writeUInt32LE(signature)
  for (const [index, value] of madeBy.entries()) bytes.writeUInt16LE(value, 4 + index * 2)
  bytes.writeUInt16LE(20, before)
  bytes.writeUInt16LE(fields.flags, before + 2)
  bytes.writeUInt16LE(fields.method, before + 4)
  bytes.writeUInt32LE(fields.crc, before + 10)
  bytes.writeUInt32LE(fields.packed, before + 14)
  bytes.writeUInt32LE(fields.unpacked, before + 18)
  bytes.writeUInt16LE(nameLength, before + 22)
  return bytes
}

function centralHeader(fields: Fields, nameLength: number, mode: number, at: number): Buffer {
  const bytes = header(0x02014b50, [0x0314], fields, nameLength, 14)
  bytes.writeUInt32LE((mode << 16) >>> 0, 38)
  bytes.writeUInt32LE(at, 42)
  return bytes
}

/** An end of 64 bits that claims more parts than there can be. */
export function withEndlessDirectory(zip: Buffer, count: bigint): Buffer {
  const end = zip.subarray(zip.length - 22)
  const body = zip.subarray(0, zip.length - 22)
  const long = Buffer.alloc(56)
  long.writeUInt32LE(0x06064b50)
  long.writeBigUInt64LE(44n, 4)
  long.writeBigUInt64LE(count, 24)
  long.writeBigUInt64LE(count, 32)
  long.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40)
  long.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(BigInt(body.length), 8)
  locator.writeUInt32LE(1, 16)
  const short = Buffer.from(end)
  short.writeUInt16LE(0xffff, 8)
  short.writeUInt16LE(0xffff, 10)
  return Buffer.concat([body, long, locator, short])
}
