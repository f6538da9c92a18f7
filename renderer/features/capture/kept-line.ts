import * as z from 'zod'
import { SCOPES, STANCES } from '#shared/model/kinds.ts'
import { emptyLine, type Line } from './line.ts'

const schema = z.object({
  text: z.string(),
  at: z.int().nullable(),
  axis: z.string().nullable(),
  speaker: z.string().nullable(),
  scope: z.enum(SCOPES),
  lang: z.string().nullable(),
  channel: z.string().nullable(),
  kind: z.string().nullable(),
  stance: z.enum(STANCES).nullish(),
  themes: z.array(z.object({ id: z.string(), label: z.string(), isNew: z.boolean() })),
})

const keyOfLine = (session: string) => `rapporteur.line.${session}`
const keyOfSession = (consultation: string) => `rapporteur.session.${consultation}`
const LANGUAGES = 'rapporteur.languages'

function parsed(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** The line that was being written in a session when the screen was left, or an empty one. */
export function readLine(session: string): Line {
  const line = schema.safeParse(parsed(keyOfLine(session)))
  return line.success ? { ...line.data, stance: line.data.stance } : emptyLine
}

export const keepLine = (session: string, line: Line): void =>
  localStorage.setItem(keyOfLine(session), JSON.stringify(line))

/** The session that was shown last in a process. */
export const readSession = (consultation: string): string | null => localStorage.getItem(keyOfSession(consultation))

export const keepSession = (consultation: string, session: string): void =>
  localStorage.setItem(keyOfSession(consultation), session)

/** Languages chosen on this computer, the latest first. */
export function readLanguages(): readonly string[] {
  const languages = z.array(z.string()).safeParse(parsed(LANGUAGES))
  return languages.success ? languages.data : []
}

export const keepLanguages = (languages: readonly string[]): void =>
  localStorage.setItem(LANGUAGES, JSON.stringify(languages))
