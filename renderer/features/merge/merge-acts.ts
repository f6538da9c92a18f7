import type { Result } from '#shared/kit/result.ts'
import { client } from '../../api/client.ts'
import { type AnyFailure, writeWith } from '../../state/edits.ts'
import { startJob } from '../../state/jobs.ts'
import { settledBy } from './conflict-cases.ts'
import { saidOf } from './equivalent-answers.ts'
import { type PickedFile, useMerge } from './merge-store.ts'
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
    (job) => client['bundle.preview']({ files: tokensOf(files), job }) as Promise<Result<never, AnyFailure>>,
  )
  if (preview !== null) setState({ preview })
}

/** Adds files to those that are already there; the same one twice is one. */
function addFiles(added: readonly PickedFile[]): void {
  const { files, done } = getState()
  const former = done === null ? files : []
  const fresh = added.filter(({ token }) => !former.some((file) => file.token === token))
  if (fresh.length > 0) void readFiles([...former, ...fresh])
}

export const leaveOut = (token: string): void => void readFiles(getState().files.filter((file) => file.token !== token))

export async function chooseFiles(): Promise<void> {
  const chosen = await client['file.choose']({ purpose: 'bundle', many: true })
  if (chosen.ok) addFiles(chosen.value)
}

/** Files that a double click or a second start asked for. */
export const takeWaiting = (): void => addFiles(takeOutside())

export async function dropFiles(files: readonly File[]): Promise<void> {
  if (files.length > 0) addFiles(await window.rapporteur.drop([...files]))
}

/** Puts the files in, with what was chosen of each conflict. */
export async function mergeFiles(): Promise<void> {
  const { files, preview, choices, answers } = getState()
  if (preview === null) return
  const settle = settledBy(preview.plan.conflicts, choices)
  const settling = { settle, ...saidOf(preview.equivalents, answers) }
  const done = await run('merge', (job) => writeWith('bundle.merge', { files: tokensOf(files), job, ...settling }))
  if (done !== null) setState({ done })
}

/** Forgets the files; what was put in stays. */
export const startAgain = (): void =>
  setState(({ consultation, dialog, standing }) => ({ ...getInitialState(), consultation, dialog, standing }))
