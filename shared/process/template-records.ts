import { derivedId } from '../kit/id.ts'
import type { Digest } from '../kit/ports.ts'
import type { Values } from '../operation/operation.ts'
import { resolve } from './resolve.ts'
import type { Template } from './template.ts'

/** A record that a consultation starts with. Its values may be of several sensitivity classes. */
export interface StartingRecord {
  readonly id: string
  readonly kind: string
  readonly set: Values
}

/** The same consultation everywhere for the same template and edition: two machines that start it start one. */
export const consultationIdOf = (template: Pick<Template, 'id'>, edition: string, digest: Digest): string =>
  derivedId(digest, template.id, edition)

/** The id of the template's record named `key` in a consultation; the consultation is its own record. */
export const recordIdOf = (consultation: string, key: string, digest: Digest): string =>
  key === 'consultation' ? consultation : derivedId(digest, consultation, key)

const presetsOf = ({ id, presets }: Template, edition: string): Values => ({
  template: id,
  edition,
  lang: presets.lang,
  readings: presets.readings,
  house: presets.house,
})

/**
 * Every record of a decoded template in the consultation of its edition (or of another one), references resolved. The
 * consultation also holds the template's id, edition and presets, but for the level: that one is what a new session is
 * proposed, and would otherwise be a floor for all of them.
 */
export function templateRecords(
  template: Template,
  digest: Digest,
  edition: string = template.edition,
): readonly StartingRecord[] {
  const consultation = consultationIdOf(template, edition, digest)
  const ids = new Map(template.records.map(({ key }) => [key, recordIdOf(consultation, key, digest)]))
  return template.records.map(({ key, kind, set }) => {
    const { values, lost } = resolve(set, (name) => ids.get(name))
    if (lost.length > 0) throw new Error(`Template ${template.id}: ${key} names no record in ${lost.join(', ')}`)
    const own = key === 'consultation' ? { ...presetsOf(template, edition), ...values } : values
    return { id: recordIdOf(consultation, key, digest), kind, set: own }
  })
}
