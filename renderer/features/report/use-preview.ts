import { useEffect } from 'react'
import { create } from 'zustand'
import type { Records } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { makePreview, type Preview } from './preview.ts'

/** Milliseconds without a change after which the document is made again: never while someone types. */
const QUIET_MS = 500

interface Made {
  readonly records: Records | null
  readonly request: ReportRequest | null
  readonly preview: Preview | null
}

const useMade = create<Made>()(() => ({ records: null, request: null, preview: null }))

const isSameRequest = (a: ReportRequest | null, b: ReportRequest): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The document on the screen, made again once its records have been quiet; the former one stays meanwhile. */
export function usePreview(request: ReportRequest): Preview | null {
  const { records, consultation } = useWorkspace()
  const made = useMade()
  const isSame = isSameRequest(made.request, request) && made.records?.has(consultation) === true
  useEffect(() => {
    const { records: before, request: asked } = useMade.getState()
    if (before === records && isSameRequest(asked, request)) return undefined
    const make = (): void => useMade.setState({ records, request, preview: makePreview(records, request) })
    const timer = setTimeout(make, isSame ? QUIET_MS : 0)
    return () => clearTimeout(timer)
  }, [records, request, isSame])
  return isSame ? made.preview : null
}
