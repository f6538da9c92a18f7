import { useRef, useState } from 'react'
import type { SourcePreview } from '#shared/contract/source-calls.ts'
import type { Session } from '#shared/model/record.ts'
import { readStart, writeStart } from '#shared/programme/sources/times.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import type { PickedFile } from './sources-store.ts'

/** Seconds are only written when they count. */
const shortTime = (ms: number): string => writeStart(ms).replace(/:00$/, '')

/** From a file to a source of a session: what it is, when it began, what became of it. */
export function useNewSource(first: string | null, sessions: readonly Session[]) {
  const [file, setFile] = useState<PickedFile | null>(null)
  const [preview, setPreview] = useState<SourcePreview | null>(null)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const [session, setSession] = useState(first)
  const [starts, setStarts] = useState('')
  const latest = useRef(0)

  const startOf = (id: string | null) => sessions.find((one) => one.id === id)?.f.start ?? ''
  /** The file's own clock, else the hour of the session. */
  const proposed = (found: SourcePreview, id: string | null) =>
    found.clock === null ? startOf(id) : shortTime(found.clock)

  const show = async (picked: PickedFile) => {
    const turn = (latest.current += 1)
    setFile(picked)
    setPreview(null)
    setBusy(true)
    const result = await client['source.preview']({ file: picked.token })
    // Another file was chosen meanwhile.
    if (turn !== latest.current) return
    setBusy(false)
    setFailure(result.ok ? null : (result.failure as AnyFailure))
    if (!result.ok) return
    setPreview(result.value)
    setStarts(result.value.span === null ? '' : proposed(result.value, session))
  }
  const choose = async () => {
    const chosen = await client['file.choose']({ purpose: 'source', many: false })
    const picked = chosen.ok ? chosen.value[0] : undefined
    if (picked !== undefined) await show(picked)
  }
  const chooseSession = (id: string | null) => {
    if (preview !== null && preview.span !== null && starts === proposed(preview, session))
      setStarts(proposed(preview, id))
    setSession(id)
  }
  const add = async () => {
    if (file === null || session === null || preview === null) return null
    setBusy(true)
    const isOfFile = preview.clock !== null && starts === shortTime(preview.clock)
    const result = await writeWith('source.add', {
      file: file.token,
      session,
      starts: isOfFile || readStart(starts) === null ? null : starts,
    })
    setBusy(false)
    setFailure(result.ok ? null : result.failure)
    return result.ok ? result.value : null
  }
  return { file, preview, failure, busy, session, starts, show, choose, chooseSession, setStarts, add }
}
export type NewSource = ReturnType<typeof useNewSource>
