import { create } from 'zustand'
import { client } from '../api/client.ts'

export interface OutsideFile {
  readonly token: string
  readonly name: string
}

/** Files that a double click or a second start asked for, until a screen takes them. */
export const useOutside = create<{ readonly files: readonly OutsideFile[] }>()(() => ({ files: [] }))

/** Fetches those that wait on the node side; each is given once. Tells whether any is here now. */
export async function fetchOutside(): Promise<boolean> {
  const taken = await client['file.take']({})
  if (taken.ok) useOutside.setState(({ files }) => ({ files: [...files, ...taken.value] }))
  return useOutside.getState().files.length > 0
}

/** Takes up to `most` of them. */
export function takeOutside(most = Number.POSITIVE_INFINITY): readonly OutsideFile[] {
  const { files } = useOutside.getState()
  useOutside.setState({ files: files.slice(most) })
  return files.slice(0, most)
}
