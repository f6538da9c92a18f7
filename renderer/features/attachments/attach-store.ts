import { create } from 'zustand'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { newId } from '../../state/new-id.ts'
import { prepareFile, type PreparedFile } from './prepare-file.ts'

/** A file that waits for the note that is being written; it will hang on it under this id. */
export interface WaitingFile extends PreparedFile {
  readonly id: string
}

interface AttachState {
  readonly waiting: readonly WaitingFile[]
  /** Files being made ready. */
  readonly preparing: number
  readonly failure: AnyFailure | null
  /** The attachment that is shown large. */
  readonly shown: string | null
}

export const useAttach = create<AttachState>()(() => ({ waiting: [], preparing: 0, failure: null, shown: null }))
const { getState, setState } = useAttach

export const showAttachment = (shown: string | null): void => setState({ shown })
export const dismissAttachFailure = (): void => setState({ failure: null })

let last: Promise<void> = Promise.resolve()

/**
 * Attaches files to a note, or has them wait for the one that is being written: in the order they were given, and nobody
 * waits for it to type on.
 */
export function attachFiles(files: readonly File[], note: string | null): Promise<void> {
  setState(({ preparing }) => ({ preparing: preparing + files.length, failure: null }))
  last = last.then(() => attach(files, note))
  return last
}

async function attach(files: readonly File[], note: string | null): Promise<void> {
  for (const file of files) {
    const prepared = await prepareFile(file)
    setState(({ preparing }) => ({ preparing: preparing - 1 }))
    if (!prepared.ok) setState({ failure: { ...prepared.failure } })
    else if (note === null) setState(({ waiting }) => ({ waiting: [...waiting, { id: newId(), ...prepared.value }] }))
    else await keep({ id: newId(), ...prepared.value }, note)
  }
}

export const dropWaiting = (id: string): void =>
  setState(({ waiting }) => ({ waiting: waiting.filter((file) => file.id !== id) }))

/** The files that go with the note that is on its way. */
export function takeWaiting(): readonly WaitingFile[] {
  const { waiting } = getState()
  setState({ waiting: [] })
  return waiting
}

export const giveBackWaiting = (files: readonly WaitingFile[]): void =>
  setState(({ waiting }) => ({ waiting: [...files, ...waiting] }))

/** Keeps files on a note that the disk has now; those that it refuses wait for the next one. */
export async function keepWaiting(files: readonly WaitingFile[], note: string): Promise<void> {
  for (const file of files) if (!(await keep(file, note))) giveBackWaiting([file])
}

async function keep({ id, fileName, bytes }: WaitingFile, note: string): Promise<boolean> {
  const kept = await writeWith('attachment.add', { attachment: id, on: note, label: '', fileName, bytes })
  if (!kept.ok) setState({ failure: kept.failure })
  return kept.ok
}
