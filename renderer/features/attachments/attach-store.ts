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

/** Where the files go that are given while a note is being written. */
interface Destination {
  /** The note, once the disk has it; null when its line came back to the field. */
  readonly note: Promise<string | null>
  readonly settle: (note: string | null) => void
}

const nowhere = (): void => undefined

function destination(): Destination {
  let settle: Destination['settle'] = nowhere
  const note = new Promise<string | null>((resolve) => {
    settle = resolve
  })
  return { note, settle }
}

let written = destination()
let last: Promise<void> = Promise.resolve()

/**
 * Attaches files to a note, or has them wait for the one that is being written: in the order they were given, and nobody
 * waits for it to type on.
 */
export function attachFiles(files: readonly File[], note: string | null): Promise<void> {
  setState(({ preparing }) => ({ preparing: preparing + files.length, failure: null }))
  const to = note ?? written
  last = last.then(() => attach(files, to))
  return last
}

async function attach(files: readonly File[], to: string | Destination): Promise<void> {
  for (const given of files) {
    const prepared = await prepareFile(given)
    setState(({ preparing }) => ({ preparing: preparing - 1 }))
    if (!prepared.ok) {
      setState({ failure: { ...prepared.failure } })
      continue
    }
    const file = { id: newId(), ...prepared.value }
    if (typeof to === 'string') await keep(file, to)
    else if (to === written) setState(({ waiting }) => ({ waiting: [...waiting, file] }))
    // Its note left while it was being made ready: it follows, and the next file does not wait for that.
    else void to.note.then((note) => send([file], note))
  }
}

export const dropWaiting = (id: string): void =>
  setState(({ waiting }) => ({ waiting: waiting.filter((file) => file.id !== id) }))

/** The files that go with the note that is on its way, those still being made ready included: where to, once known. */
export function takeWaiting(): Destination['settle'] {
  const [{ waiting }, { settle }] = [getState(), written]
  written = destination()
  setState({ waiting: [] })
  return (note) => {
    settle(note)
    void send(waiting, note)
  }
}

const giveBack = (files: readonly WaitingFile[]): void =>
  setState(({ waiting }) => ({ waiting: [...files, ...waiting] }))

/** Keeps files on a note that the disk has; those that it refuses wait for the next one, as all do without a note. */
async function send(files: readonly WaitingFile[], note: string | null): Promise<void> {
  if (note === null) return giveBack(files)
  for (const file of files) if (!(await keep(file, note))) giveBack([file])
}

async function keep({ id, fileName, bytes }: WaitingFile, note: string): Promise<boolean> {
  const kept = await writeWith('attachment.add', { attachment: id, on: note, label: '', fileName, bytes })
  if (!kept.ok) setState({ failure: kept.failure })
  return kept.ok
}
