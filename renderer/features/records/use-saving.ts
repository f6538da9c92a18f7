import { useRef, useState } from 'react'
import type { Command } from '#shared/edit/command.ts'
import { type AnyFailure, edit } from '../../state/edits.ts'

export interface Saving {
  readonly busy: boolean
  readonly failure: AnyFailure | null
  /** Runs the command; `onDone` follows once the disk has it, else what was typed stays in the form. */
  readonly save: (command: Command, onDone: () => void) => void
  /** Gives up a command that the disk keeps refusing. */
  readonly giveUp: () => void
}

/** Writes what a form says. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const way = useRef<AbortController>(null)
  const run = async (command: Command, onDone: () => void) => {
    way.current = new AbortController()
    setBusy(true)
    const result = await edit(command, way.current.signal)
    setBusy(false)
    if (!result.ok && result.failure.type === 'GivenUp') return
    setFailure(result.ok ? null : result.failure)
    if (result.ok) onDone()
  }
  return {
    busy,
    failure,
    save: (command, onDone) => void run(command, onDone),
    giveUp: () => way.current?.abort(),
  }
}
