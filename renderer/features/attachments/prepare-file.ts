import type { AttachmentRefused } from '#shared/contract/attachment-calls.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'

/** A file as it will be kept. */
export interface PreparedFile {
  readonly fileName: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of a picture, what the page draws; null for a document. */
  readonly picture: Blob | null
}

/** A photograph of a telephone may be large before it is drawn anew. */
const LARGEST_PICTURE = 100_000_000
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp'])
const isHeic = ({ type, name }: File): boolean => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)

/** Makes a file ready to be kept: a picture is drawn anew by a worker, a document stays as it is. */
export async function prepareFile(file: File): Promise<Result<PreparedFile, AttachmentRefused>> {
  if (isHeic(file)) return refused('heic')
  const isPicture = PICTURES.has(file.type)
  if (file.size > (isPicture ? LARGEST_PICTURE : LIMITS.attachmentBytes)) return refused('too-large')
  const read = await bytesOf(isPicture ? file.slice(0, 1) : file)
  if (read === null) return refused('unreadable')
  const bytes = isPicture ? await redraw(file) : read
  if (bytes === null) return refused('kind')
  return ok({ fileName: file.name, bytes, picture: isPicture ? new Blob([bytes], { type: file.type }) : null })
}

/** Null when the file has gone since it was chosen. */
const bytesOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

const refused = (reason: AttachmentRefused['reason']) => fail({ type: 'AttachmentRefused' as const, reason })

function redraw(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Uint8Array<ArrayBuffer> | null>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | null>) => resolve(data))
    worker.addEventListener('error', () => resolve(null))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin but its own
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
