import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { startJob } from '../../state/jobs.ts'
import { tellOfFolders } from './arrivals.ts'
import { settledBy } from './conflict-cases.ts'
import { saidOf } from './equivalent-answers.ts'
import { type PickedFile, showFailure, useMerge } from './merge-store.ts'
import { passphrasesOf, saidOfSenders } from './sender-store.ts'
import { takeForms } from '../../state/filled-forms.ts'
import { takeOutside } from '../../state/outside-files.ts'

const { getState, setState, getInitialState } = useMerge

/** What is going on, to tell its answer from that of one that was replaced. */
let current: object | null = null

/** Runs a job that the screen shows; its answer, or `null` when it failed or another has taken its place. */
async function run<T>(
  what: 'preview' | 'merge',
  call: (job: string) => Promise<Result<T, AnyFailure>>,
): Promise<T | null> {
  getState().job?.cancel()
  const mine = {}
  current = mine
  const showShare = (share: number) =>
    current === mine && setState(({ job }) => (job === null ? {} : { job: { ...job, share } }))
  const { done, cancel } = startJob(call, showShare)
  setState({ job: { what, share: 0, cancel }, failure: null })
  const result = await done
  if (current !== mine) return null
  setState(result.ok ? { job: null } : { job: null, failure: result.failure })
  return result.ok ? result.value : null
}

const tokensOf = (files: readonly PickedFile[]): string[] => files.map(({ token }) => token)

/** Says what putting the files in would do; nothing is changed. */
export async function readFiles(files: readonly PickedFile[]): Promise<void> {
  setState({
    files,
    preview: null,
    done: null,
    file: null,
    choices: new Map(),
    answers: new Map(),
    at: 0,
    inbox: 'files',
  })
  if (files.length === 0) return
  const preview = await run(
    'preview',
    (job) =>
      client['bundle.preview']({ files: tokensOf(files), job, ...passphrasesOf(tokensOf(files)) }) as Promise<
        Result<never, AnyFailure>
      >,
  )
  if (preview !== null) setState({ preview })
}

/** As many files as one merge takes. */
const FILES_AT_ONCE = 1_000

/** Adds files to those that are already there; the same one twice is one. */
export function addFiles(added: readonly PickedFile[]): void {
  const { files, done } = getState()
  const former = done === null ? files : []
  const all = new Map([...former, ...added].map((file) => [file.token, file]))
  if (all.size === former.length) return
  if (all.size > FILES_AT_ONCE) tellOfFolders([{ type: 'TooMany', name: '', taken: FILES_AT_ONCE }])
  void readFiles([...all.values()].slice(0, FILES_AT_ONCE))
}

/** Adds files, and those of the folders among them. */
async function addUnfolded(given: readonly PickedFile[]): Promise<void> {
  if (given.length === 0) return
  const unfolded = await client['files.unfold']({ files: tokensOf(given) })
  if (!unfolded.ok) return showFailure(unfolded.failure)
  tellOfFolders(unfolded.value.told)
  addFiles(unfolded.value.files)
}

export const leaveOut = (token: string): void => void readFiles(getState().files.filter((file) => file.token !== token))

export async function chooseFiles(): Promise<void> {
  const chosen = await client['file.choose']({ purpose: 'bundle', many: true })
  if (chosen.ok) addFiles(await takeForms(chosen.value))
}

export async function chooseFolder(): Promise<void> {
  const chosen = await client['file.choose']({ purpose: 'folder', many: false })
  if (chosen.ok) await addUnfolded(chosen.value)
}

/** Files that a double click or a second start asked for. */
export const takeWaiting = (): void => addFiles(takeOutside())

export async function dropFiles(files: readonly File[]): Promise<void> {
  if (files.length > 0) await addUnfolded(await takeForms(await window.rapporteur.drop([...files])))
}

/** Puts the files in, with what was chosen of each conflict. */
export async function mergeFiles(): Promise<void> {
  const { files, preview, choices, answers } = getState()
  if (preview === null) return
  const settle = settledBy(preview.plan.conflicts, choices)
  const settling = { settle, ...saidOf(preview.equivalents, answers), ...saidOfSenders(tokensOf(files)) }
  const done = await run('merge', (job) => writeWith('bundle.merge', { files: tokensOf(files), job, ...settling }))
  if (done !== null) setState({ done, failure: done.unsettled && { ...done.unsettled } })
}

/** Forgets the files; what was put in stays. */
export const startAgain = (): void =>
  setState(({ consultation, dialog, standing }) => ({ ...getInitialState(), consultation, dialog, standing }))
