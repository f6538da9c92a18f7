import type { Digest, RandomBytes } from './ports.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** base64url without padding (RFC 4648 § 5). `Buffer` and `btoa` do not exist in `shared/`. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first, second, third] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]]
    text += ALPHABET[first >> 2]
    text += ALPHABET[((first & 3) << 4) | ((second ?? 0) >> 4)]
    if (second !== undefined) text += ALPHABET[((second & 15) << 2) | ((third ?? 0) >> 6)]
    if (third !== undefined) text += ALPHABET[third & 63]
  }
  return text
}

/** A new record id or salt: 128 random bits as 22 base64url characters, never time-ordered. */
export const newId = (random: RandomBytes): string => toBase64Url(random(16))

/** The same id everywhere for the same words: the first 22 characters (132 bits) of their digest. */
export const derivedId = (digest: Digest, ...words: readonly string[]): string =>
  digest(words.join('\u001f')).slice(0, 22)

/** True for the shape of a record id; says nothing about whether the record exists. */
export const isRecordId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text)
