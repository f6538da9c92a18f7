import type { Command } from '#shared/edit/command.ts'
import type { Edited } from '#shared/contract/replies.ts'
import { fail, type Result } from '#shared/kit/result.ts'
import { client } from '../api/client.ts'
import { tellSave, useSave } from './save.ts'
import { refusedWritings } from './save-machine.ts'
import { subjectsOf } from './subjects.ts'
import { showEdited, usePage } from './workspace-store.ts'

/** Any failure of a call, for `FailureNotice`; each has words in the catalogue `failure`. */
export type AnyFailure = { readonly type: string } & Readonly<Record<string, unknown>>

/** Milliseconds after which a writing that is not on the disk yet is said to be on its way. */
const SLOW_AFTER_MS = 400
/** Milliseconds before what the disk refused is tried again by itself: once soon, then from time to time. */
const FIRST_RETRY_MS = 5_000
const NEXT_RETRIES_MS = 15_000

/** A command that the disk does not have: on its way, waiting for one before it, or refused. */
interface Waiting {
  readonly writing: number
  readonly command: Command
  readonly answer: (result: Result<Edited, AnyFailure>) => void
  isUnderWay: boolean
}

let lastWriting = 0
let waiting: readonly Waiting[] = []
let retries = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** A number of its own for a writing that begins now, said to be slow when it is. */
export function beginWriting(): number {
  lastWriting += 1
  const writing = lastWriting
  tellSave({ type: 'began', writing, at: Date.now() })
  setTimeout(() => tellSave({ type: 'slow', writing }), SLOW_AFTER_MS)
  return writing
}

/**
 * Hands a command to the disk. What the disk refuses is kept, tried again in order, and answered only once it is saved:
 * until then its words stay where they were typed. Answered with a failure when the program finds it wrong, or with
 * `GivenUp` when `signal` gives it up before the disk has it.
 */
export function write(command: Command, signal?: AbortSignal): Promise<Result<Edited, AnyFailure>> {
  if (useSave.getState().readOnly !== null) return Promise.resolve(fail({ type: 'NotSaved', code: 'READ_ONLY' }))
  return new Promise((answer) => {
    const one: Waiting = { writing: beginWriting(), command, answer, isUnderWay: false }
    waiting = [...waiting, one]
    signal?.addEventListener('abort', () => giveUp(one), { once: true })
    void advance()
  })
}

/** Tries again, in order, what the disk refused; resolves once each was answered again. */
export const retry = (): Promise<void> => advance()

/** The commands that the disk refused, in order, each with the number of its writing. */
export function refusedCommands(): readonly { readonly writing: number; readonly command: Command }[] {
  const refused = new Set(refusedWritings(useSave.getState()))
  return waiting.filter(({ writing }) => refused.has(writing))
}

// What waits belongs to its consultation and must never be written into another.
usePage.subscribe(({ workspace }, former) => {
  if (workspace?.consultation !== former.workspace?.consultation) for (const one of waiting) giveUp(one)
})

function giveUp(one: Waiting): void {
  // What is under way may be on the disk already: its answer will say.
  if (!one.isUnderWay) settle(one, fail({ type: 'GivenUp' }))
}

async function advance(): Promise<void> {
  clearTimeout(timer)
  const isRefused = refusedWritings(useSave.getState()).length > 0
  // After a refusal, one at a time: what comes later must not reach the disk before.
  const ready = isRefused ? waiting.slice(0, 1) : waiting.filter((one, index) => isFree(one, waiting.slice(0, index)))
  await Promise.all(ready.filter(({ isUnderWay }) => !isUnderWay).map((one) => send(one)))
}

function isFree({ command }: Waiting, before: readonly Waiting[]): boolean {
  const subjects = new Set(subjectsOf(command))
  return !before.some((other) => subjectsOf(other.command).some((subject) => subjects.has(subject)))
}

async function send(one: Waiting): Promise<void> {
  one.isUnderWay = true
  const result = await (client['edit.apply'](one.command) as Promise<Result<Edited, AnyFailure>>)
  one.isUnderWay = false
  if (!result.ok && result.failure.type === 'NotSaved') return refuse(String(result.failure['code']))
  if (result.ok) {
    showEdited(result.value)
    tellSave({ type: 'saved', writing: one.writing, at: result.value.savedAt })
    retries = 0
  }
  settle(one, result)
  if (waiting.length > 0) await advance()
}

/** The disk takes nothing now: whatever waits is not saved either. */
function refuse(code: string): void {
  for (const { writing, isUnderWay } of waiting) if (!isUnderWay) tellSave({ type: 'refused', writing, code })
  clearTimeout(timer)
  timer = setTimeout(() => void retry(), retries === 0 ? FIRST_RETRY_MS : NEXT_RETRIES_MS)
  retries += 1
}

function settle(one: Waiting, result: Result<Edited, AnyFailure>): void {
  if (!waiting.includes(one)) return
  waiting = waiting.filter((other) => other !== one)
  if (!result.ok) tellSave({ type: 'dropped', writing: one.writing })
  one.answer(result)
}
