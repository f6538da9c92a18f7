import { useEffect, useState } from 'react'
import type { ImportEntry } from '#shared/contract/replies.ts'
import { client } from '../../api/client.ts'
import { useWorkspace } from '../../state/use-workspace.ts'

const NONE: readonly ImportEntry[] = []

/** The files that the open consultation received; none until the node side has said so. */
export function useImports(): readonly ImportEntry[] {
  const { consultation } = useWorkspace()
  const [known, setKnown] = useState({ consultation, imports: NONE })
  useEffect(() => {
    let isShown = true
    const read = async (): Promise<void> => {
      const list = await client['import.list']({})
      if (isShown && list.ok) setKnown({ consultation, imports: list.value })
    }
    void read()
    return () => {
      isShown = false
    }
  }, [consultation])
  return known.consultation === consultation ? known.imports : NONE
}
