import { basename } from 'node:path'

/** Names that Windows keeps for devices, whatever follows the first dot. Files travel: they are refused everywhere. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** Signs that no system shows, that Windows refuses, or that turn the name around. */
const UNFIT = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/gu
/** Windows leaves them out without a word. */
const END = /[. ]+$/

/** A name like the one of this path that every system takes; null when this one is. */
export function betterName(path: string): string | null {
  const name = basename(path)
  const [, stem = name, extension = ''] =
    /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(name.replace(END, '').replace(UNFIT, '')) ?? []
  const fit = stem.replace(END, '') || 'rapporteur'
  const better = `${DEVICE.test(fit) ? fit.replace(DEVICE, '$1_') : fit}${extension}`
  return better === name ? null : better
}
