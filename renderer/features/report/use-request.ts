import { useMemo, useState } from 'react'
import { isLanguage } from '#shared/i18n/languages.ts'
import type { Axis, Region, Session } from '#shared/model/record.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { isOfSession } from '#shared/report/report-request.ts'
import { useShell } from '../../app/shell-model.ts'
import { useSessionAtHand } from '../../state/session-at-hand.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords, useStanding, useWorkspace } from '../../state/use-workspace.ts'
import { firstDocument, type OfferedDocument, offeredDocuments } from './documents.ts'
import { useReport } from './report-store.ts'

export interface ReportDesk {
  readonly request: ReportRequest
  readonly offered: readonly OfferedDocument[]
  readonly regions: readonly Region[]
  readonly axes: readonly Axis[]
  readonly sessions: readonly Session[]
}

/** The day that the node side would date a document of. */
export const today = (): string => new Date().toISOString().slice(0, 10)

function useSubjects() {
  const [regions, axes, sessions] = [useStanding('region'), useStanding('axis'), useRecords('session')]
  return useMemo(() => ({ regions, axes, sessions }), [regions, axes, sessions])
}

/** The one that was chosen, while it is still there, else the first. */
const chosenOf = (records: readonly { readonly id: string }[], chosen: string | null): string | undefined =>
  (records.find(({ id }) => id === chosen) ?? records[0])?.id

/** The document on the screen, always complete: what was not chosen is given. */
export function useRequest(): ReportDesk {
  const { documents, records, consultation } = useWorkspace()
  const { role } = useShell()
  const subjects = useSubjects()
  const atHand = useSessionAtHand()?.id ?? null
  const chosen = useReport()
  const language = useLanguage()
  const [date] = useState(today)
  const spoken = records.get(consultation)?.f['lang']
  return useMemo(() => {
    const offered = offeredDocuments(documents, subjects)
    const type = offered.find((one) => one.type === chosen.type)?.type ?? firstDocument(offered, role)
    const request: ReportRequest = {
      type,
      lang: chosen.lang ?? (isLanguage(spoken) ? spoken : language),
      date,
      ...(type === 'regional' && { region: chosenOf(subjects.regions, chosen.region) }),
      ...(type === 'thematic' && { axis: chosenOf(subjects.axes, chosen.axis) }),
      ...(isOfSession({ type }) && { session: chosenOf(subjects.sessions, chosen.session ?? atHand) }),
    }
    return { request, offered, ...subjects }
  }, [
    documents,
    subjects,
    chosen.type,
    chosen.lang,
    chosen.region,
    chosen.axis,
    chosen.session,
    atHand,
    role,
    spoken,
    language,
    date,
  ])
}
