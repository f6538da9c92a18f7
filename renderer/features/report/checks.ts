import { joinedRecord } from '#shared/evidence/follow.ts'
import { regionOf } from '#shared/evidence/speaker-of.ts'
import { isKind, type Axis, type Note, type Records } from '#shared/model/record.ts'
import { leftOpenIn, type LeftOpen } from '#shared/process/left-open.ts'
import type { ReportRequest } from '#shared/report/build-report.ts'
import { isOfSession } from '#shared/report/report-request.ts'
import { voiceOfNote } from '../../state/record-words.ts'
import type { PlanEntry } from './plan.ts'

export const CHECKS = ['unsettled', 'speakers', 'themes', 'quotes', 'outputs', 'withheld', 'empty'] as const
export type CheckId = (typeof CHECKS)[number]

/** Something to look at before a document leaves; `parts` are those of its plan that it concerns. */
export interface Check {
  readonly id: CheckId
  readonly count: number
  readonly parts: readonly PlanEntry[]
}

/** Only who sat there can still say it: other documents are not the place to ask. */
const NOTHING_OPEN: LeftOpen = { speakers: 0, themes: 0 }

/** What the document would say otherwise once someone has looked; only what there is to look at. */
export function checksOf(
  records: Records,
  request: ReportRequest,
  withheld: ReadonlySet<string>,
  plan: readonly PlanEntry[],
): readonly Check[] {
  const notes = [...records.values()].filter((record): record is Note => isKind(record, 'note'))
  const ofDocument = notes.filter((note) => isAbout(records, request, note))
  const empty = plan.filter(({ isEmpty }) => isEmpty)
  const open = isOfSession(request) ? leftOpenIn(records, request.session ?? '') : NOTHING_OPEN
  const counts: Readonly<Record<CheckId, number>> = {
    unsettled: [...records.values()].filter(({ conflicts }) => conflicts !== undefined).length,
    speakers: open.speakers,
    themes: open.themes,
    quotes: ofDocument.filter(isQuoteToReview).length,
    outputs: isOfSession(request) ? 0 : outputsToConfirm(records, request).length,
    withheld: ofDocument.filter(({ id }) => withheld.has(id)).length,
    empty: empty.length,
  }
  return CHECKS.flatMap((id) =>
    counts[id] === 0 ? [] : [{ id, count: counts[id], parts: id === 'empty' ? empty : [] }],
  )
}

const isQuoteToReview = ({ f }: Note): boolean =>
  f.noteKind === 'quote' && (f.quoteState ?? 'to-review') === 'to-review'

/** Axes whose expected output nobody has confirmed yet. */
export const outputsToConfirm = (records: Records, { axis }: ReportRequest): readonly Axis[] =>
  [...records.values()].filter(
    (record): record is Axis =>
      isKind(record, 'axis') &&
      record.f.output !== undefined &&
      record.f.outputState === 'to-confirm' &&
      (axis === undefined || record.id === axis),
  )

function isAbout(records: Records, { type, region, axis, session }: ReportRequest, note: Note): boolean {
  switch (type) {
    case 'global':
      return true
    case 'thematic':
      return joinedRecord(records, note.f.axis, 'axis')?.id === axis
    case 'session':
    case 'minutes':
      return note.f.session === session
    case 'regional': {
      const voice = voiceOfNote(records, note)
      if (voice !== undefined) return regionOf(records, voice) === region
      const held = note.f.session === undefined ? undefined : records.get(note.f.session)
      return joinedRecord(records, held?.f['region'], 'region')?.id === region
    }
  }
}
