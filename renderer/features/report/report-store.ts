import * as z from 'zod'
import { create } from 'zustand'
import { REPORT_TYPES } from '#shared/contract/contract.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { keepPlace, placeOf } from '../../state/place.ts'

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

const { getState, setState, getInitialState, subscribe } = useReport

const PART = 'report'
const subject = z.string().nullable()
const placeSchema = z.object({
  type: z.enum(REPORT_TYPES).nullable(),
  lang: z.enum(LANGUAGES).nullable(),
  region: subject,
  axis: subject,
  session: subject,
  face: z.enum(['preview', 'texts']),
})

/** Begins again for another consultation, with the document one was on in it. */
export function showReportOf(consultation: string): void {
  if (getState().consultation === consultation) return
  setState({ ...getInitialState(), ...placeSchema.safeParse(placeOf(PART)).data, consultation })
}

subscribe(({ consultation, ...place }, former) => {
  if (consultation === former.consultation) keepPlace(PART, place)
})

export const choose = (change: Partial<Omit<ReportState, 'consultation'>>): void => setState(change)
