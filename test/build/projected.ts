import { classOfField } from '#shared/model/fields.ts'
import { isKind, members, type AnyRecord, type Records } from '#shared/model/record.ts'
import { RULES } from '#shared/operation/drop.ts'
import { exposureOf } from '#shared/privacy/exposure.ts'
import { projectRecords } from '#shared/privacy/project.ts'

/** What a receiver shows, as far as the sender still lets it be seen: what was sent before cannot be unsent. */
export function shownOf(received: Records, sender: Records): Records {
  const exposure = exposureOf(sender)
  const keep = <T>(record: AnyRecord, values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(values).filter(([field]) => {
        const sensitivity = classOfField(record.kind, field)
        return sensitivity !== undefined && exposure.get(record.id)?.has(sensitivity) === true
      }),
    )
  const shown = new Map<string, AnyRecord>()
  for (const record of received.values()) {
    const [f, conflicts] = [keep(record, record.f), keep(record, record.conflicts ?? {})]
    const isSilent = Object.keys({ ...f, ...conflicts }).every((field) => field === 'level' || field === 'promised')
    const isKept = sender.get(record.id)?.kept === true
    if (isSilent || isKept) continue
    const unsettled = Object.keys(conflicts).length > 0 ? { conflicts } : {}
    shown.set(record.id, { id: record.id, kind: record.kind, f, ...unsettled })
  }
  return shown
}

/** A deletion that awaits a person at the sender's may already be one at the receiver's. */
export const settled = (records: Records): Records => {
  const kept = new Set([...records.values()].filter((record) => record.kept === true).map(({ id }) => id))
  return new Map([...projectRecords(records)].filter(([id]) => !kept.has(id)))
}

/**
 * A consent that covers a note that is not sent, put away or off the record, stays here: the other notes that it covers
 * are then held to what was promised.
 */
export function consentsStayHere(records: Records): boolean {
  const sent = projectRecords(records)
  return [...records.values()].some(
    (record) => isKind(record, 'consent') && members(record, 'cover').some((id) => !sent.has(id)),
  )
}

/** Of a record whose words were destroyed, what is private may be all that is left. */
export const saysMoreThanPrivate = ({ kind, f }: AnyRecord): boolean =>
  Object.keys(f).some((field) => !RULES.has(field) && classOfField(kind, field) !== 'p')
