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

export interface RunnableJob<Value> extends Job<Value> {
  readonly start: (call: Call<Value>) => void
  /** As the person asks: the failure then says so. */
  readonly stop: () => void
  /** Forgets what was read, and whatever is being read. */
  readonly clear: () => void
}

type Call<Value> = (job: string) => Promise<Result<Value, AnyFailure>>
const NOTHING = { value: null, share: null, failure: null }

/** A reading in a worker, of which only the last asked counts: another one, or the end of the screen, cancels it. */
export function useJob<Value>(): RunnableJob<Value> {
  const [state, setState] = useState<Job<Value>>(NOTHING)
  const running = useRef<RunningJob<Result<Value, AnyFailure>> | null>(null)
  const stop = useCallback(() => running.current?.cancel(), [])
  const clear = useCallback(() => {
    running.current?.cancel()
    running.current = null
    setState(NOTHING)
  }, [])
  const start = useCallback((call: Call<Value>) => {
    running.current?.cancel()
    setState({ ...NOTHING, share: 0 })
    const isCurrent = (): boolean => running.current === job
    const job: RunningJob<Result<Value, AnyFailure>> = startJob(
      call,
      (share) => void (isCurrent() && setState((known) => ({ ...known, share }))),
    )
    running.current = job
    const finish = async () => {
      const done = await job.done
      if (!isCurrent()) return
      running.current = null
      setState(done.ok ? { ...NOTHING, value: done.value } : { ...NOTHING, failure: done.failure })
    }
    void finish()
  }, [])
  useEffect(() => () => running.current?.cancel(), [])
  return { ...state, start, stop, clear }
}
