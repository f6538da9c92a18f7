import { useEffect, useState } from 'react'
import type { Attachment } from '#shared/model/record.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'

export interface FileUrl {
  /** Null until it was read, and when it cannot be. */
  readonly url: string | null
  readonly failure: AnyFailure | null
}
const NOT_YET: FileUrl = { url: null, failure: null }

async function readUrl(attachment: string): Promise<FileUrl> {
  const read = await client['attachment.read']({ attachment })
  if (!read.ok) return { url: null, failure: { ...read.failure } }
  const { bytes, media } = read.value
  return { url: URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: media })), failure: null }
}

const release = ({ url }: FileUrl): void => {
  if (url !== null) URL.revokeObjectURL(url)
}

/** An address for the bytes of a picture, as long as it is drawn; there is none where its bytes stayed away. */
export function useFileUrl({ id, f: { digest } }: Attachment): FileUrl {
  const [file, setFile] = useState<FileUrl>(NOT_YET)
  useEffect(() => {
    if (digest === undefined) return
    let kept: FileUrl | null = NOT_YET
    const show = async (): Promise<void> => {
      const read = await readUrl(id)
      if (kept === null) return release(read)
      kept = read
      setFile(read)
    }
    void show()
    return () => {
      if (kept !== null) release(kept)
      kept = null
    }
  }, [id, digest])
  return file
}
