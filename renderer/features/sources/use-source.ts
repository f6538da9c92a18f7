import { useEffect, useState } from 'react'
import type { Source } from '#shared/programme/sources/source.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'

interface Read {
  readonly source: Source | null
  readonly failure: AnyFailure | null
}

/** What a kept source says, read once it is shown. */
export function useSource(record: string): Read {
  const [read, setRead] = useState<Read>({ source: null, failure: null })
  useEffect(() => {
    let isWanted = true
    const show = async () => {
      const result = await client['source.read']({ source: record })
      if (!isWanted) return
      if (result.ok) setRead({ source: result.value, failure: null })
      else setRead({ source: null, failure: result.failure as unknown as AnyFailure })
    }
    void show()
    return () => {
      isWanted = false
    }
  }, [record])
  return read
}
