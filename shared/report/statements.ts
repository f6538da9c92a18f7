import type { Reading } from '../evidence/evidence.ts'
import { follow, joinedRecord } from '../evidence/follow.ts'
import { isKind, members, type RecordOf } from '../model/record.ts'
import { label } from './attribution.ts'
import { byText } from './in-order.ts'
import { written } from './note-text.ts'
import { run, type Run } from './outline.ts'
import type { ReportAxis, ReportContext } from './report-context.ts'
import { interventionsOf, type ReportNote } from './report-note.ts'
import { weightOf } from './weight-of.ts'

/** Something that the document says of an axis: a trend, the specificity of a section, or a theme of a session. */
export interface Statement {
  readonly axis: string | null
  /** What was decided, in its author's words, or its themes where these are in another language; else the theme. */
  readonly label: Run
  /** The author's words, where the label cannot be: they are not the document's. */
  readonly words: Run | null
  readonly reason: Run | null
  readonly themes: readonly string[]
  readonly region: string | null
  /** Notes that raise or support it, then those that oppose it or nuance it. */
  readonly notes: readonly ReportNote[]
  readonly against: readonly ReportNote[]
  readonly readings: readonly Reading[]
}

type Tag = RecordOf<'tag'>

/** A theme is qualified by its notes when this many say so, and more than say otherwise. */
const QUALIFYING_NOTES = 2

/**
 * The trends of an axis: what a person decided, then themes that most of their notes were qualified so. Where nobody
 * qualified anything, themes that are read as trends.
 */
export function trendsOf(context: ReportContext, axis: ReportAxis): readonly Statement[] {
  const tags = tagsOf(context, axis, 'trend').map((tag) => ofTag(context, axis, tag, null))
  const said = themesSaid(tags)
  const decided = themesSaid(decidedSpecificities(context, axis))
  const qualified = themesOf(context, axis).filter(
    (theme) => !said.has(theme) && !decided.has(theme) && isMostly(notesOn(context, axis, [theme]), 'trend'),
  )
  const stated = [...tags, ...qualified.map((theme) => ofTheme(context, axis, theme, null))].filter(isHeard)
  if (stated.length > 0) return heaviestFirst(stated)
  const read = context.evidence.readings.filter((reading) => reading.axis === axis.id && reading.kind === 'trend')
  return heaviestFirst(read.map(({ theme }) => ofTheme(context, axis, theme, null)).filter(isHeard))
}

/** The same for what is specific to sections, section by section. */
export function specificitiesOf(context: ReportContext, axis: ReportAxis): readonly Statement[] {
  const trends = themesSaid(trendsOf(context, axis))
  const tags = decidedSpecificities(context, axis)
  const qualified = context.regions.flatMap(({ id }) => {
    const said = themesSaid(tags.filter(({ region }) => region === id))
    return themesOf(context, axis)
      .filter((theme) => !said.has(theme) && !trends.has(theme))
      .filter((theme) => isMostly(inRegion(notesOn(context, axis, [theme]), id), 'specificity'))
      .map((theme) => ofTheme(context, axis, theme, id))
  })
  const stated = [...tags, ...qualified].filter(isHeard)
  return bySection(context, stated.length > 0 ? stated : readSpecificities(context, axis, trends))
}

/** Every theme of an axis, as a session's report lists them. */
export const themesRaised = (context: ReportContext, axis: ReportAxis): readonly Statement[] =>
  themesOf(context, axis)
    .map((theme) => ofTheme(context, axis, theme, null))
    .toSorted(
      (one, other) =>
        interventionsOf(other.notes) - interventionsOf(one.notes) || byText(one.label.text, other.label.text),
    )

const isHeard = ({ notes, against }: Statement): boolean => notes.length + against.length > 0

export const themesSaid = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.flatMap(({ themes }) => themes))

const decidedSpecificities = (context: ReportContext, axis: ReportAxis): readonly Statement[] =>
  tagsOf(context, axis, 'specificity').flatMap((tag) =>
    members(tag, 'region').map((region) => ofTag(context, axis, tag, follow(context.records, region, 'into'))),
  )

function readSpecificities(
  context: ReportContext,
  axis: ReportAxis,
  trends: ReadonlySet<string>,
): readonly Statement[] {
  const read = context.evidence.readings.filter(({ axis: of, theme }) => of === axis.id && !trends.has(theme))
  return read.flatMap(({ theme, specificTo }) => specificTo.map((region) => ofTheme(context, axis, theme, region)))
}

function tagsOf({ records }: ReportContext, { id }: ReportAxis, scope: 'trend' | 'specificity'): readonly Tag[] {
  const tags = [...records.values()].filter((record) => isKind(record, 'tag'))
  return tags.filter(({ f }) => f.scope === scope && (joinedRecord(records, f.axis, 'axis')?.id ?? null) === id)
}

function ofTag(context: ReportContext, axis: ReportAxis, tag: Tag, region: string | null): Statement {
  const themes = members(tag, 'theme').map((theme) => follow(context.records, theme, 'into'))
  const { reason = '' } = tag.f
  const words = written(context, tag.f.label ?? '')
  const isForeign = words.lang !== undefined && themes.length > 0
  const named = themes.map((theme) => label(context, theme)).join(context.t('document:attribution.separator'))
  return {
    ...about(context, axis, themes, region),
    label: isForeign ? run(named) : words,
    words: isForeign ? words : null,
    reason: reason === '' ? null : written(context, reason),
  }
}

const ofTheme = (context: ReportContext, axis: ReportAxis, theme: string, region: string | null): Statement => ({
  ...about(context, axis, [theme], region),
  label: run(label(context, theme)),
  words: null,
  reason: null,
})

const isAgainst = ({ record: { f } }: ReportNote): boolean => f.stance === 'opposes' || f.stance === 'nuances'

function about(context: ReportContext, axis: ReportAxis, themes: readonly string[], region: string | null) {
  const all = notesOn(context, axis, themes)
  const notes = region === null ? all : inRegion(all, region)
  return {
    axis: axis.id,
    themes,
    region,
    notes: notes.filter((note) => !isAgainst(note)),
    against: notes.filter(isAgainst),
    readings: themes.flatMap((theme) => context.readingOf(axis.id, theme) ?? []),
  }
}

/** Settled notes of an axis on any of these themes, or under them. */
export const notesOn = ({ notes }: ReportContext, { id }: ReportAxis, themes: readonly string[]) =>
  notes.filter((note) => note.settled && note.axis === id && themes.some((theme) => note.themes.has(theme)))

const inRegion = (notes: readonly ReportNote[], region: string): readonly ReportNote[] =>
  notes.filter((note) => note.region === region)

/** Themes that notes of an axis name, in the order of their labels. */
export function themesOf(context: ReportContext, { id }: ReportAxis): readonly string[] {
  const heard = context.notes.filter(({ axis, settled }) => axis === id && settled)
  const themes = new Set(heard.flatMap(({ named }) => named))
  return [...themes].toSorted((one, other) => byText(label(context, one), label(context, other)) || byText(one, other))
}

function isMostly(notes: readonly ReportNote[], scope: 'trend' | 'specificity'): boolean {
  const qualified = notes.filter(({ record }) => (record.f.scope ?? 'undecided') !== 'undecided')
  const agreeing = interventionsOf(qualified.filter(({ record }) => record.f.scope === scope))
  const others = interventionsOf(qualified.filter(({ record }) => record.f.scope !== scope))
  return agreeing >= QUALIFYING_NOTES && agreeing > others
}

const heaviest = ({ readings }: Statement): number => Math.max(0, ...readings.map(weightOf))

const heaviestFirst = (statements: readonly Statement[]): readonly Statement[] =>
  statements.toSorted((one, other) => heaviest(other) - heaviest(one) || byText(one.label.text, other.label.text))

function bySection({ regions }: ReportContext, statements: readonly Statement[]): readonly Statement[] {
  const place = ({ region }: Statement) => regions.findIndex(({ id }) => id === region)
  return statements.toSorted(
    (one, other) =>
      place(one) - place(other) ||
      interventionsOf(other.notes) - interventionsOf(one.notes) ||
      byText(one.label.text, other.label.text),
  )
}
