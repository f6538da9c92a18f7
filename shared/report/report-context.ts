import type { Evidence, Reading } from '../evidence/evidence.ts'
import { evidenceInput } from '../evidence/evidence-of.ts'
import { follow } from '../evidence/follow.ts'
import type { ChanceFindings } from '../evidence/permutation.ts'
import { lineages } from '../evidence/theme-tree.ts'
import type { Language } from '../i18n/languages.ts'
import { createTranslator, type Translate } from '../i18n/translator.ts'
import { labelOf } from '../model/label.ts'
import { isKind, type AnyRecord, type Consultation, type Region, type Session } from '../model/record.ts'
import type { Projected } from '../privacy/project.ts'
import { inOrder } from './in-order.ts'
import { people, type Speaker } from './people.ts'
import { CHATHAM, type ReportNote, reportNotes } from './report-note.ts'
import type { ReportRequest } from './report-request.ts'

/** An axis of the document; `id` is `null` for what was said outside every axis. */
export interface ReportAxis {
  readonly id: string | null
  /** Its place among the axes of the consultation, from 1. */
  readonly number: number
  readonly record: AnyRecord | null
}

/** All that the parts of a document are written from. */
export interface ReportContext {
  readonly records: Projected
  readonly request: ReportRequest
  readonly lang: Language
  readonly t: Translate
  readonly house: 'uclg' | 'un'
  readonly readings: 'none' | 'annex' | 'body'
  readonly consultation: Consultation | null
  readonly axes: readonly ReportAxis[]
  /** The sections that take part: active, or heard although they are not. */
  readonly regions: readonly (AnyRecord & Region)[]
  /** All sections, in their order. */
  readonly allRegions: readonly (AnyRecord & Region)[]
  readonly sessions: readonly (AnyRecord & Session)[]
  /** In the order of the annex: its numbers start at 1 and follow neither time nor authorship. */
  readonly notes: readonly ReportNote[]
  readonly numberOf: ReadonlyMap<ReportNote, number>
  readonly people: readonly Speaker[]
  readonly evidence: Evidence
  readonly readingOf: (axis: string | null, theme: string) => Reading | null
  readonly chance: ChanceFindings | null
}

export function reportContext(
  records: Projected,
  asked: ReportRequest,
  evidence: Evidence,
  chance: ChanceFindings | null,
): ReportContext {
  const request = subjectOf(asked)
  const input = evidenceInput(records.values())
  const everyone = reportNotes(records, lineages(input.themes))
  const scoped = everyone.filter(scopeOf(records, request))
  const consultation = ofKind(records, 'consultation')[0] ?? null
  const axes = axesOf(records, request, scoped)
  const allRegions = ofKind(records, 'region')
  const notes = inAnnexOrder(scoped, axes, allRegions)
  const readings = new Map(evidence.readings.map((reading) => [`${reading.axis} ${reading.theme}`, reading]))
  return {
    records,
    request,
    lang: request.lang,
    t: createTranslator(request.lang),
    house: consultation?.f.house ?? 'uclg',
    readings: consultation?.f.readings ?? 'annex',
    consultation,
    axes,
    regions: allRegions.filter((region) => region.f.state !== 'inactive' || isHeard(region.id, evidence)),
    allRegions,
    sessions: sessionsOf(records, request, scoped),
    notes,
    numberOf: new Map(notes.map((note, index) => [note, index + 1])),
    people: people(records, scoped),
    evidence,
    readingOf: (axis, theme) => readings.get(`${axis} ${theme}`) ?? null,
    chance,
  }
}

/** What the request is about, and nothing else that it may carry. */
function subjectOf({ type, lang, date, region, axis, session }: ReportRequest): ReportRequest {
  const about = { global: {}, regional: { region }, thematic: { axis }, session: { session }, minutes: { session } }
  return { type, lang, date, ...about[type] }
}

/** Records of a kind that were not joined into another, in their own order. */
const ofKind = <K extends 'consultation' | 'axis' | 'region' | 'session'>(records: Projected, kind: K) =>
  inOrder([...records.values()].filter((record) => isKind(record, kind))).filter(
    ({ id }) => follow(records, id, 'into') === id,
  )

const isHeard = (region: string, { voicesByAxisRegion }: Evidence): boolean =>
  Object.values(voicesByAxisRegion).some((counts) => (counts[region] ?? 0) > 0)

/** What a document of this kind is about. Of a section: what was said for it, or in its own consultation. */
function scopeOf(records: Projected, { type, region, axis, session }: ReportRequest): (note: ReportNote) => boolean {
  switch (type) {
    case 'global':
      return () => true
    case 'thematic':
      return (note) => note.axis === axis
    case 'session':
    case 'minutes':
      return ({ record }) => record.f.session === session
    case 'regional':
      return ({ voice, record }) => {
        const of = voice ?? (record.f.session === undefined ? undefined : records.get(record.f.session))
        const said = of?.f['region']
        return typeof said === 'string' && follow(records, said, 'into') === region
      }
  }
}

/** A part of the process shows the axes that it speaks of, the whole process all of them. */
function axesOf(
  records: Projected,
  { type, axis: only }: ReportRequest,
  notes: readonly ReportNote[],
): readonly ReportAxis[] {
  const heard = new Set(notes.map(({ axis }) => axis))
  const all = ofKind(records, 'axis').map((record, index) => ({ id: record.id, number: index + 1, record }))
  const shown = all.filter(({ id }) => (type === 'thematic' ? id === only : type === 'global' || heard.has(id)))
  return heard.has(null) ? [...shown, { id: null, number: all.length + 1, record: null }] : shown
}

/** The sessions that a document is about, and those where its notes were taken. */
function sessionsOf(records: Projected, { type, region, axis }: ReportRequest, notes: readonly ReportNote[]) {
  const heard = new Set(notes.map(({ record }) => record.f.session))
  return inOrder(ofKind(records, 'session'), 'date').filter(({ id, f }) => {
    if (type === 'global' || heard.has(id)) return true
    return type === 'regional' ? f.region === region : type === 'thematic' && f[`axis:${axis ?? ''}`] === true
  })
}

/** A place in a list as text that sorts; what is not in it comes after all. */
const place = (ids: readonly (string | null)[], id: string | null): string => {
  const at = id === null ? -1 : ids.indexOf(id)
  return String(at === -1 ? ids.length : at).padStart(4, '0')
}

/** By axis, by section, then by id, which is random; those of whom nothing may be said come last. */
function inAnnexOrder(
  notes: readonly ReportNote[],
  axes: readonly ReportAxis[],
  regions: readonly AnyRecord[],
): readonly ReportNote[] {
  const axisIds = axes.map(({ id }) => id)
  const regionIds = regions.map(({ id }) => id)
  const key = ({ axis, region, level, record }: ReportNote) =>
    `${place(axisIds, axis)} ${place(regionIds, level >= CHATHAM ? null : region)} ${record.id}`
  return notes.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** The short name of a section, or its whole one; of none, « hors section ». */
export function sectionName({ records, lang, t }: ReportContext, region: string | null, field = 'short'): string {
  if (region === null) return t('document:participation.outside')
  const record = records.get(region)
  return labelOf(record, lang, field) || labelOf(record, lang)
}

/** What the document calls an axis, its short name where there is one. */
export const axisName = ({ lang, t }: ReportContext, { record }: ReportAxis): string =>
  record === null ? t('document:axis.none') : labelOf(record, lang, 'short') || labelOf(record, lang)
