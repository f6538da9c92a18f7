import { digestOfEntry } from '#shared/exchange/bundle-files.ts'
import { PARTS } from '#shared/exchange/bundle.ts'
import type { PartFault } from '#shared/exchange/container-failure.ts'
import { BACKUP_PARTS } from './backup-lines.ts'

/** Every part that this program writes into a container. */
const EXPECTED: ReadonlySet<string> = new Set([...Object.values(PARTS), ...Object.values(BACKUP_PARTS)])

/** What systems add by themselves when a person unpacks a container and packs it again. */
const ADDED_BY_SYSTEMS = /^__MACOSX\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i

export const isExpected = (name: string): boolean => EXPECTED.has(name) || digestOfEntry(name) !== null
export const isAddedBySystem = (name: string): boolean => ADDED_BY_SYSTEMS.test(name)

/** Control signs, signs that turn the direction of what follows, and halves of signs. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\ufffd]/u
const LONGEST_NAME = 255

/** Why a part must not be called so, or null. */
export function nameFault(name: string): PartFault | null {
  if (UNSHOWABLE.test(name) || name === '' || name.length > LONGEST_NAME) return 'name'
  const isOutside = name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name)
  return isOutside || name.split('/').includes('..') ? 'path' : null
}

/** Names with the same key are one file on some system: Windows and macOS know no letter case, macOS one form of accents. */
export const sameNameKey = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC')

const LONGEST_SHOWN = 80

/** A stranger's name for a message: what cannot be seen is spelt out, and no more of it than a line holds. */
export function shownName(name: string): string {
  const spelt = name.slice(0, LONGEST_SHOWN).replace(new RegExp(UNSHOWABLE, 'gu'), (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
  return name.length > LONGEST_SHOWN ? `${spelt}…` : spelt
}
