import { useState } from 'react'
import type { Result } from '#shared/kit/result.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { client } from '../../api/client.ts'
import type { AnyFailure } from '../../state/edits.ts'
import { type RunningJob, startJob } from '../../state/jobs.ts'

type Written = Result<{ readonly name: string } | null, AnyFailure>

export interface Export {
  /** Writes the document; nothing while one is being written. */
  readonly start: () => void
  readonly cancel: () => void
  /** How far the writing is, from 0 to 1; null when none is under way. */
  readonly share: number | null
  readonly failure: AnyFailure | null
  readonly dismiss: () => void
}

/** The day is given by the node side when it writes. */
function write({ type, lang, region, axis, session }: ReportRequest, onShare: (share: number) => void) {
  const subject = {
    ...(region !== undefined && { region }),
    ...(axis !== undefined && { axis }),
    ...(session !== undefined && { session }),
  }
  return startJob((job) => client['report.write']({ type, lang, ...subject, job }) as Promise<Written>, onShare)
}

/** Writes a document to a file that the person chooses; `onWritten` is told what it is called. */
export function useExport(request: ReportRequest, onWritten: (name: string) => void): Export {
  const [job, setJob] = useState<RunningJob<Written> | null>(null)
  const [share, setShare] = useState(0)
  const [failure, setFailure] = useState<AnyFailure | null>(null)
  const start = async (): Promise<void> => {
    setFailure(null)
    setShare(0)
    const writing = write(request, setShare)
    setJob(writing)
    const written = await writing.done
    setJob(null)
    if (!written.ok) return setFailure(written.failure.type === 'JobCancelled' ? null : written.failure)
    if (written.value !== null) onWritten(written.value.name)
  }
  return {
    start: () => {
      if (job === null) void start()
    },
    cancel: () => job?.cancel(),
    share: job === null ? null : share,
    failure,
    dismiss: () => setFailure(null),
  }
}
