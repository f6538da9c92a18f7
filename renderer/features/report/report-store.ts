import { create } from 'zustand'
import type { ReportRequest } from '#shared/report/build-report.ts'

export type ReportType = ReportRequest['type']
export type Face = 'preview' | 'texts'

/** What a person chose of the document; what they did not choose follows from the process and their role. */
interface ReportState {
  readonly consultation: string
  readonly type: ReportType | null
  readonly lang: ReportRequest['lang'] | null
  readonly region: string | null
  readonly axis: string | null
  readonly session: string | null
  readonly face: Face
}

/** What the report screen shows, and finds again when one comes back to it. */
export const useReport = create<ReportState>()(() => ({
  consultation: '',
  type: null,
  lang: null,
  region: null,
  axis: null,
  session: null,
  face: 'preview',
}))

const { getState, setState, getInitialState } = useReport

/** Begins again for another consultation. */
export function showReportOf(consultation: string): void {
  if (getState().consultation !== consultation) setState({ ...getInitialState(), consultation })
}

export const choose = (change: Partial<Omit<ReportState, 'consultation'>>): void => setState(change)
