import type { Language } from '../i18n/languages.ts'

/** Which document of a consultation, in which language, as of which day. */
export interface ReportRequest {
  /** `minutes` is the two-page summary of a session, beside its rapporteur's report. */
  readonly type: 'global' | 'regional' | 'thematic' | 'session' | 'minutes'
  readonly lang: Language
  /** The section of a regional synthesis. */
  readonly region?: string | undefined
  /** The axis of a thematic report. */
  readonly axis?: string | undefined
  /** The session of a rapporteur's report or of its minutes. */
  readonly session?: string | undefined
  /** The day the counts were made, `YYYY-MM-DD`. */
  readonly date: string
}

/** Whether a document is about one sitting, which is compared with nothing. */
export const isOfSession = ({ type }: Pick<ReportRequest, 'type'>): boolean => type === 'session' || type === 'minutes'
