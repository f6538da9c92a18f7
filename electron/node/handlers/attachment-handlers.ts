import {
  ATTACHED,
  type AttachedMedia,
  type attachmentCalls,
  type NotAttachedHere,
} from '#shared/contract/attachment-calls.ts'
import type { NothingOpen } from '#shared/contract/failures.ts'
import type { Handlers, InputOf } from '#shared/contract/method.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { isKind, type Attachment } from '#shared/model/record.ts'
import { codeOf } from '../disk/file-layer.ts'
import { recogniseAttachment } from '../import/recognise-attachment.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

type Calls = Handlers<typeof attachmentCalls>
type Added = InputOf<(typeof attachmentCalls)['attachment.add']>

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Pictures and documents on notes and sessions: their bytes are on the disk before anything names them. */
export function attachmentHandlers(desk: Desk): Calls {
  return {
    'attachment.add': async (added) => (desk.open === null ? nothingOpen : add(desk.open, added)),
    'attachment.read': async ({ attachment }) => {
      const read = await readAttachment(desk.open, attachment)
      return read.ok ? ok({ media: read.value.record.f.media ?? '', bytes: read.value.bytes }) : read
    },
    'attachment.save': async ({ attachment }) => {
      const read = await readAttachment(desk.open, attachment)
      if (!read.ok) return read
      try {
        const delivered = await desk.ports.delivery.save(nameOf(read.value.record), read.value.bytes)
        return ok(delivered === null ? null : { name: delivered.name })
      } catch (error) {
        return fail({ type: 'NotSaved', code: codeOf(error) })
      }
    },
  }
}

async function add(open: OpenWorkspace, { bytes, ...said }: Added): ReturnType<Calls['attachment.add']> {
  const media = recogniseAttachment(bytes)
  if (!media.ok) return media
  if (!open.records.has(said.on)) return fail({ type: 'RecordNotFound', record: said.on })
  try {
    const edited = await open.store.files.keep([bytes], ([digest = '']) =>
      open.apply({ type: 'attachment.add', ...said, digest, media: media.value, bytes: bytes.length }),
    )
    if (edited.ok) return edited
    const { failure } = edited
    if (failure.type === 'NotSaved' || failure.type === 'RecordNotFound' || failure.type === 'NotEditable')
      return fail(failure)
    throw new Error(failure.type)
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

type NotRead = NotAttachedHere | NothingOpen | { readonly type: 'RecordNotFound'; readonly record: string }

async function readAttachment(
  open: OpenWorkspace | null,
  id: string,
): Promise<Result<{ readonly record: Attachment; readonly bytes: Uint8Array }, NotRead>> {
  if (open === null) return nothingOpen
  const record = open.records.get(id)
  if (record === undefined || !isKind(record, 'attachment')) return fail({ type: 'RecordNotFound', record: id })
  const read = await open.store.files.read(record.f.digest ?? '')
  if (read.ok) return ok({ record, bytes: read.value })
  return fail({ type: read.failure.type === 'FileNotHere' ? 'AttachmentNotHere' : 'AttachmentDamaged' })
}

/** Its own name stays where it was added; elsewhere it gets one of its kind. */
const nameOf = ({ f }: Attachment): string =>
  f.fileName ?? `piece-jointe.${ATTACHED[f.media as AttachedMedia] ?? 'bin'}`
