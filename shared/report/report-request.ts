import type { Language } from '../i18n/languages.ts'

/** Which document of a consultation, in which language, as of which day. */
export interface ReportRequest {
  readonly type: 'global' | 'regional' | 'thematic' | 'session'
  readonly lang: Language
  /** The section of a regional synthesis. */
  readonly region?: string | undefined
  /** The axis of a thematic report. */
  readonly axis?: string | undefined
  /** The session of a rapporteur's report. */
  readonly session?: string | undefined
  /** The day the counts were made, `YYYY-MM-DD`. */
  readonly date: string
}
