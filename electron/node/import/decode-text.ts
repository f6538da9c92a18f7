import { isUtf8 } from 'node:buffer'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { TableFailure, TextEncoding } from '#shared/programme/table.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

type Utf16 = 'utf-16le' | 'utf-16be'
type Decoded = Result<DecodedText, Extract<TableFailure, { type: 'EncodingUnreadable' }>>

/**
 * The text of a file whose encoding nobody states: byte order marks first, then UTF-16 told by its zeros, strict UTF-8,
 * and Windows-1252, which older spreadsheets write. Refused, with the line when it is known: a file that mixes encodings,
 * broken UTF-8, and control characters that no text holds.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marked = byteOrderMark(buffer)
  if (marked !== null) return decodeUtf16(buffer, marked, NUL)
  const guessed = utf16WithoutMark(buffer.subarray(0, 65_536))
  if (guessed !== null) return decodeUtf16(buffer, guessed, CONTROL)
  if (isUtf8(buffer)) return readable(new TextDecoder('utf-8').decode(buffer), 'utf-8', NUL)
  return decodeWindows1252(buffer)
}

function byteOrderMark(buffer: Buffer): Utf16 | null {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le'
  return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf-16be' : null
}

/** Spaces, digits, separators and line ends have a zero half in UTF-16, in every script and always on the same side. */
function utf16WithoutMark(sample: Buffer): Utf16 | null {
  const zeros: [even: number, odd: number] = [0, 0]
  for (let at = sample.indexOf(0); at !== -1; at = sample.indexOf(0, at + 1)) zeros[at % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  const enough = sample.length / 100
  if (odd > enough && even * 4 < odd) return 'utf-16le'
  if (even > enough && odd * 4 < even) return 'utf-16be'
  return null
}

function decodeUtf16(buffer: Buffer, encoding: Utf16, forbidden: RegExp): Decoded {
  if (buffer.length % 2 !== 0) return fail({ type: 'EncodingUnreadable' })
  // Not every build of Node knows `utf-16be`; swapping bytes works in all.
  const littleEndian = encoding === 'utf-16le' ? buffer : Buffer.from(buffer).swap16()
  try {
    return readable(new TextDecoder('utf-16le', { fatal: true }).decode(littleEndian), encoding, forbidden)
  } catch {
    return fail({ type: 'EncodingUnreadable' })
  }
}

function decodeWindows1252(buffer: Buffer): Decoded {
  const brokenLine = brokenUtf8Line(buffer)
  if (brokenLine !== null) return fail({ type: 'EncodingUnreadable', line: brokenLine })
  // `TextDecoder('windows-1252')` gives control characters for ’, “ and € in several versions of Node.
  const text = buffer
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => UPPER_1252[sign.charCodeAt(0) - 0x80] ?? sign)
  return readable(text, 'windows-1252', CONTROL)
}

/** Characters 0x80 to 0x9F of Windows-1252; the five that it leaves undefined stay control characters, and are refused. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What UTF-8 beyond ASCII looks like byte by byte, right or wrong. */
const utf8Shape = /[\u00c0-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f7][\u0080-\u00bf]{3}/g

/**
 * The first line that is not UTF-8 in a file that is UTF-8 elsewhere, or `null` when the file is something else.
 * A text in Windows-1252 has the shape of UTF-8 on a line by chance (« SANTÉ » before a no-break space): one line in ten is let pass.
 */
function brokenUtf8Line(buffer: Buffer): number | null {
  let firstBroken: number | null = null
  let [shaped, other, line, start] = [0, 0, 0, 0]
  while (start < buffer.length) {
    const newline = buffer.indexOf(0x0a, start)
    const end = newline === -1 ? buffer.length : newline
    line += 1
    const rest = buffer.toString('latin1', start, end)
    if (/[\u0080-\u00ff]/.test(rest)) {
      if (/[\u0080-\u00ff]/.test(rest.replace(utf8Shape, ''))) other += 1
      else shaped += 1
      if (!isUtf8(buffer.subarray(start, end))) firstBroken ??= line
    }
    start = end + 1
  }
  return shaped * 10 > other ? firstBroken : null
}

/** No text holds it. Other control characters happen in the middle of a cell and do no harm there. */
const NUL = /\0/
/** In an encoding that was guessed they say that the guess is wrong. */
const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u

function readable(text: string, encoding: TextEncoding, forbidden: RegExp): Decoded {
  const at = text.search(forbidden)
  if (at === -1) return ok({ text, encoding })
  return fail({ type: 'EncodingUnreadable', line: text.slice(0, at).split('\n').length })
}
