import type { AddAttachment } from '#shared/edit/attachments.ts'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Device } from './device.ts'

export const loosening = (device: Device, { id }: AnyRecord, level: number): CommandOf<'level.loosen'> => ({
  type: 'level.loosen',
  records: [id],
  level,
  consent: device.newId(),
  who: 'CANARI-nom-consent',
  at: '2026-01-06',
  basis: 'accord écrit',
})

const aDigest = (n: number): string => n.toString(16).padStart(64, 'ca')

export const attaching = (
  device: Device,
  { id }: AnyRecord,
  x: number,
  words: (about: string) => string,
): AddAttachment => ({
  type: 'attachment.add',
  attachment: device.newId(),
  on: id,
  label: words('photo'),
  digest: aDigest(x),
  media: 'image/jpeg',
  bytes: 1_000 + x,
  fileName: words('CANARI-fichier'),
})

/** The part of a session that its notes are taken in, when one was begun. */
export function segmentOf(device: Device, session: AnyRecord): { readonly segment?: string } {
  const segment = [...device.records.values()].find(({ kind, f }) => kind === 'segment' && f['session'] === session.id)
  return segment === undefined ? {} : { segment: segment.id }
}

const at = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

/** Who spoke, notes cut, joined and linked, parts of sessions; `null` for another action, or with nothing to do it with. */
export function commandOf(device: Device, action: string, x: number, y: number): Command | null {
  const ofKind = (kind: string) => [...device.records.values()].filter((record) => record.kind === kind)
  const [note, speaker, session] = [at(ofKind('note'), x), at(ofKind('speaker'), y), at(ofKind('session'), x)]
  const segment = at(ofKind('segment'), y)
  switch (action) {
    case 'unidentified':
      if (session === undefined) return null
      return { type: 'speaker.unidentified', speaker: device.newId(), person: device.newId(), session: session.id }
    case 'identify': {
      const someone = ofKind('speaker').find(({ f }) => f['unidentified'] !== undefined)
      const as = speaker?.id
      return someone === undefined || as === undefined ? null : { type: 'speaker.identify', speaker: someone.id, as }
    }
    case 'reattribute':
      if (note === undefined) return null
      return { type: 'notes.reattribute', note: note.id, speaker: speaker?.id ?? null, following: y % 2 === 0 }
    case 'split':
      return note === undefined ? null : { type: 'note.split', note: note.id, second: device.newId(), at: 1 + (y % 6) }
    case 'join': {
      const other = at(ofKind('note'), y)
      return note === undefined || other === undefined ? null : { type: 'notes.join', into: note.id, from: other.id }
    }
    case 'judge': {
      const second = at(ofKind('note'), y)
      if (note === undefined || second === undefined || note.id === second.id) return null
      const judgement = ([null, 'same', 'different'] as const)[(x + y) % 3] ?? null
      return { type: 'pairs.judge', pairs: [{ one: note.id, other: second.id }], judgement }
    }
    case 'detach': {
      const attachment = at(ofKind('attachment'), x)
      return attachment === undefined ? null : { type: 'attachment.remove', attachment: attachment.id }
    }
    case 'begin part':
      if (session === undefined) return null
      return { type: 'segment.hold', segment: device.newId(), session: session.id, level: 3 + (y % 4), notes: [] }
    case 'put in part': {
      if (segment === undefined || note === undefined) return null
      const level = Math.min(6, Number(segment.f['level'] ?? 3) + (y % 2))
      return {
        type: 'segment.hold',
        segment: segment.id,
        session: String(segment.f['session']),
        level,
        notes: [note.id],
      }
    }
    case 'tighten part':
      return segment === undefined ? null : { type: 'level.tighten', records: [segment.id], level: 1 + (y % 6) }
    default:
      return null
  }
}
