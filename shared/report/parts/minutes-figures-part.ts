import { formatDay } from '../../i18n/format.ts'
import { labelOf } from '../../model/label.ts'
import { CATEGORIES } from '../../process/lists.ts'
import { listed, type attributionOf } from '../attribution.ts'
import { bold, bullets, heading } from '../blocks.ts'
import { namesInOrder } from '../list-order.ts'
import { runs, type Block, type Fact } from '../outline.ts'
import type { Speaker } from '../people.ts'
import { sectionName, type ReportContext } from '../report-context.ts'
import { CHATHAM } from '../report-note.ts'
import { attribution, dayOfReport, participation } from './cover-part.ts'
import { genders } from './participation-part.ts'

/** More names than this would leave no room for what was said. */
const MOST_NAMED = 24

/** How those who were heard are told: in full, or shorter where there is little room. */
export type TellWho = (...told: Parameters<typeof attributionOf>) => string

type Line = readonly [label: string, value: string]

const toFacts = (lines: readonly Line[]): readonly Fact[] =>
  lines.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value: runs(value) }))

/** Which sitting it was, and who was heard there, as far as the rule lets it be said. */
export function minutesCover(context: ReportContext, who: TellWho): Block {
  const { t } = context
  return {
    type: 'cover',
    facts: toFacts([
      [t('document:cover.state'), t('document:cover.stateValue', { day: dayOfReport(context) })],
      [t('document:cover.session'), sitting(context)],
      [t('document:minutes.heard'), heard(context, who)],
      [t('document:cover.attribution'), attribution(context)],
    ]),
  }
}

/** « Plénière, 10 mai 2021, 14:00–16:00, Kütahya » */
function sitting({ records, request, lang }: ReportContext): string {
  const session = records.get(request.session ?? '')
  const { date, start, end, place } = session?.f ?? {}
  const hours = [start, end].filter((time) => typeof time === 'string').join('–')
  const day = typeof date === 'string' ? formatDay(date, lang) : ''
  return [labelOf(session, lang), day, hours, place]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ')
}

/** Each in the words that its notes are attributed in: nothing is said here of anyone that these do not say. */
function heard(context: ReportContext, who: TellWho): string {
  const { t, notes } = context
  const identified = notes.filter(({ level, voice }) => level < CHATHAM && voice?.f.unidentified === undefined)
  const spoken = identified.filter(({ voice }) => voice !== null)
  const names = namesInOrder(context, spoken, (note) => who(context, note))
  if (names.length === 0) return notes.length === 0 ? '' : t('document:minutes.heardNobody')
  const more = names.length - MOST_NAMED
  const shown = names.slice(0, MOST_NAMED).join(t('document:attribution.separator'))
  return more > 0 ? t('document:minutes.andMore', { names: shown, count: more }) : shown
}

/** How many were heard, and from where. */
export function minutesFigures(context: ReportContext): readonly Block[] {
  const { t, house, people } = context
  if (people.length === 0) return []
  const facts = toFacts([
    [t('document:cover.participation'), participation(context)],
    [t('document:minutes.genders'), people.some(({ gender }) => gender !== null) ? genders(context) : ''],
    [t(`document:participation.bySection.${house}`), bySection(context)],
    [t('document:participation.byCategory'), byCategory(context)],
  ])
  const title = t('document:minutes.figures')
  const lead = (label: string) => bold(`${t('document:statement.who', { who: label })} `)
  return [heading(1, title), ...bullets(facts.map(({ label, value }) => [lead(label)].concat(value)))]
}

function bySection(context: ReportContext): string {
  const sections = context.allRegions.map(({ id }) => id)
  return sections.length === 0
    ? ''
    : counted(
        context,
        [...sections, null],
        ({ region }) => region,
        (region) => sectionName(context, region),
      )
}

const byCategory = (context: ReportContext): string =>
  context.people.every(({ category }) => category === null)
    ? ''
    : counted(
        context,
        [...CATEGORIES, null],
        ({ category }) => category,
        (category) =>
          category === null ? context.t('document:participation.unstated') : listed(context, 'category', category),
      )

/** « Afrique 5, Europe 3 » */
const counted = (
  { t, people }: ReportContext,
  groups: readonly (string | null)[],
  of: (speaker: Speaker) => string | null,
  nameOf: (group: string | null) => string,
): string =>
  groups
    .map((group) => ({ group, number: people.filter((speaker) => of(speaker) === group).length }))
    .filter(({ number }) => number > 0)
    .map(({ group, number }) => t('document:minutes.counted', { name: nameOf(group), number }))
    .join(', ')
