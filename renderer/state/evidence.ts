import { useEffect } from 'react'
import { create } from 'zustand'
import type { Evidence } from '#shared/evidence/evidence.ts'
import type { Records } from '#shared/model/record.ts'
import { client } from '../api/client.ts'
import type { AnyFailure } from './edits.ts'
import { type RunningJob, startJob } from './jobs.ts'
import { useWorkspace } from './use-workspace.ts'

/** Milliseconds without a change after which the data are read again. */
const QUIET_MS = 800

interface EvidenceState {
  readonly evidence: Evidence | null
  /** The records that were read, to know whether they have changed since. */
  readonly readOf: Records | null
  /** How far the reading under way is, from 0 to 1; `null` when none is. */
  readonly share: number | null
  readonly failure: AnyFailure | null
}

const useEvidenceStore = create<EvidenceState>()(() => ({ evidence: null, readOf: null, share: null, failure: null }))

let running: RunningJob<unknown> | null = null

async function readEvidence(records: Records): Promise<void> {
  running?.cancel()
  useEvidenceStore.setState({ share: 0, failure: null, readOf: records })
  const isLatest = () => useEvidenceStore.getState().readOf === records
  const job = startJob(
    (job) => client['evidence.read']({ job }),
    (share) => isLatest() && useEvidenceStore.setState({ share }),
  )
  running = job
  const read = await job.done
  if (!isLatest()) return
  running = null
  useEvidenceStore.setState(
    read.ok ? { evidence: read.value.evidence, share: null } : { share: null, failure: read.failure },
  )
}

/** Asks again what the data answer, now. */
export const readAgain = (records: Records): void => void readEvidence(records)

/** What the data answer, read again when the records have been quiet for a moment. The former answer stays meanwhile. */
export function useEvidence(): EvidenceState {
  const { records, consultation } = useWorkspace()
  const state = useEvidenceStore()
  const isOther = state.readOf?.has(consultation) !== true
  useEffect(() => {
    if (useEvidenceStore.getState().readOf === records) return undefined
    const timer = setTimeout(() => void readEvidence(records), isOther ? 0 : QUIET_MS)
    return () => clearTimeout(timer)
  }, [records, isOther])
  return isOther ? { ...state, evidence: null } : state
}
