import type { AddAttachment } from '#shared/edit/attachments.ts'
import type { CommandOf } from '#shared/edit/command.ts'
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
