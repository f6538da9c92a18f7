import type { AddAttachment } from '../../../../shared/edit/attachments.ts'
import type { Command } from '../../../../shared/edit/command.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import type { Edited } from '../../../../shared/contract/replies.ts'

interface Added {
  readonly attachment: string
  readonly on: string
  readonly label: string
  readonly fileName: string
  readonly bytes: Uint8Array
}
interface Writes {
  edit(command: Command | AddAttachment): Result<Edited, { readonly type: string }>
}

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')

/** Attachments kept in memory; what they are is said by their first bytes. */
export function memoryAttachments(memory: Writes) {
  const kept = new Map<string, { readonly media: string; readonly bytes: Uint8Array }>()
  return {
    'attachment.add': async ({ bytes, ...said }: Added) => {
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
      const media = bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'application/pdf'
      kept.set(said.attachment, { media, bytes })
      const digest = Array.from(sum, hex).join('')
      return memory.edit({ type: 'attachment.add', ...said, digest, media, bytes: bytes.length })
    },
    'attachment.read': async ({ attachment }: { attachment: string }) => {
      const found = kept.get(attachment)
      return found === undefined ? fail({ type: 'AttachmentNotHere' as const }) : ok(found)
    },
    'attachment.save': async () => ok({ name: 'photo.jpg' }),
  }
}
