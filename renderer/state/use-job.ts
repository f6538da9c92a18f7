import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '#shared/kit/result.ts'
import type { AnyFailure } from './edits.ts'
import { type RunningJob, startJob } from './jobs.ts'

export interface Job<Value> {
  readonly value: Value | null
  /** How far the reading is, from 0 to 1; null when none is under way. */
  readonly share: number | null
  readonly failure: AnyFailure | null
}

type Done<Value> = Result<Value, AnyFailure>
const NOTHING = { value: null, share: null, failure: null }

/** A reading in a worker, of which only the last asked counts: another one, or the end of the screen, cancels it. */
export function useJob<Value>(): Job<Value> & {
  readonly start: (call: (job: string) => Promise<Done<Value>>) => void
  readonly stop: () => void
} {
  const [state, setState] = useState<Job<Value>>(NOTHING)
  const running = useRef<RunningJob<Done<Value>> | null>(null)
  const stop = useCallback(() => {
    running.current?.cancel()
    running.current = null
    setState((known) => ({ ...known, share: null }))
  }, [])
  const start = useCallback((call: (job: string) => Promise<Done<Value>>) => {
    running.current?.cancel()
    setState({ ...NOTHING, share: 0 })
    const job: RunningJob<Done<Value>> = startJob(call, (share) => {
      if (running.current === job) setState((known) => ({ ...known, share }))
    })
    running.current = job
    const end = async (): Promise<void> => {
      const done = await job.done
      if (running.current !== job) return
      running.current = null
      setState(done.ok ? { ...NOTHING, value: done.value } : { ...NOTHING, failure: done.failure })
    }
    void end()
  }, [])
  useEffect(() => () => running.current?.cancel(), [])
  return { ...state, start, stop }
}
