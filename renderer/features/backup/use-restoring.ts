import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupFound } from '#shared/contract/backup-calls.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { showWorkspace } from '../../state/workspace-store.ts'
import { toast } from '../../ui/toast.tsx'

export interface ChosenFile {
  readonly token: string
  readonly name: string
}

export interface Restoring {
  readonly chosen: ChosenFile | null
  /** Null until the file is open and verified. */
  readonly found: BackupFound | null
  readonly busy: 'reading' | 'working' | null
  readonly failure: AnyFailure | null
  readonly choose: () => void
  /** Opens a locked file. */
  readonly open: (passphrase: string) => void
  /** Makes the consultation here, or puts the backup into the one that is here. */
  readonly carryOut: () => void
}

/** A file chosen, opened, looked at, and only then restored. */
export function useRestoring(onDone: () => void, given?: ChosenFile): Restoring {
  const { t } = useTranslation('backup')
  const [chosen, setChosen] = useState<ChosenFile | null>(given ?? null)
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [found, setFound] = useState<BackupFound | null>(null)
  const [busy, setBusy] = useState<Restoring['busy']>(given === undefined ? null : 'reading')
  const [failure, setFailure] = useState<AnyFailure | null>(null)

  const show = (read: Read, typed: string | null) => {
    setBusy(null)
    setPassphrase(typed)
    setFound(read.ok ? read.value : null)
    // That it is locked is no fault: it is asked for.
    if (!read.ok && read.failure.type !== 'BackupLocked') setFailure(read.failure)
  }
  const showGiven = useEffectEvent(show)
  useEffect(() => {
    const look = async (file: ChosenFile) => showGiven(await readBackup(file, null), null)
    if (given !== undefined) void look(given)
  }, [given])

  const inspect = async (file: ChosenFile, typed: string | null) => {
    setBusy('reading')
    setFailure(null)
    const read = await readBackup(file, typed)
    const isContribution = !read.ok && read.failure.type === 'NotABackup' && typed !== null
    if (!isContribution) return show(read, typed)
    // What was locked tells only now that it is no backup: it opens as the others do.
    const opened = await client['bundle.open'](inputOf(file, typed))
    setBusy(null)
    if (!opened.ok) return setFailure(opened.failure as AnyFailure)
    showWorkspace(opened.value)
    onDone()
  }
  const choose = async () => {
    const answer = await client['file.choose']({ purpose: 'bundle', many: false })
    const file = answer.ok ? answer.value[0] : undefined
    if (file === undefined) return
    setChosen(file)
    setFound(null)
    await inspect(file, null)
  }
  const carryOut = async (file: ChosenFile, backup: BackupFound) => {
    setBusy('working')
    setFailure(null)
    const call = backup.here === null ? 'backup.restore' : 'backup.merge'
    const done = await client[call](inputOf(file, passphrase))
    setBusy(null)
    if (!done.ok) return setFailure(done.failure as AnyFailure)
    showWorkspace(done.value)
    toast(t(backup.here === null ? 'restore.done' : 'restore.merged', { process: backup.label }), { tone: 'ok' })
    onDone()
  }
  return {
    chosen,
    found,
    busy,
    failure,
    choose: () => void choose(),
    open: (typed) => chosen !== null && void inspect(chosen, typed),
    carryOut: () => chosen !== null && found !== null && void carryOut(chosen, found),
  }
}

type Read = Awaited<ReturnType<(typeof client)['backup.inspect']>>

const readBackup = (file: ChosenFile, passphrase: string | null): Promise<Read> =>
  client['backup.inspect'](inputOf(file, passphrase))

const inputOf = ({ token }: ChosenFile, passphrase: string | null) => ({
  file: token,
  ...(passphrase === null ? {} : { passphrase }),
})
