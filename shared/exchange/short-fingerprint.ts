const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Crockford's base 32: no letter that is heard or read as another. */
const SPOKEN = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [GROUPS, LETTERS] = [4, 4]

/** The first 80 bits of a digest in base64url, as four groups of four signs that two people compare aloud. */
export function shortFingerprint(digest: string): string {
  const bits = Array.from(digest, (sign) => Math.max(0, BASE64_URL.indexOf(sign)).toString(2).padStart(6, '0')).join('')
  const sign = (at: number): string => SPOKEN[Number.parseInt(bits.slice(at * 5, at * 5 + 5) || '0', 2)] ?? '0'
  const group = (first: number): string => Array.from({ length: LETTERS }, (_, at) => sign(first + at)).join('')
  return Array.from({ length: GROUPS }, (_, at) => group(at * LETTERS)).join(' ')
}
