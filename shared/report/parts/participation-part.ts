import { formatDay, formatPercent } from '../../i18n/format.ts'
import { CATEGORIES, GENDERS } from '../../process/lists.ts'
import { listed } from '../attribution.ts'
import { box, chapter, heading } from '../blocks.ts'
import { runs, type Block } from '../outline.ts'
import type { Speaker } from '../people.ts'
import { sectionName, type ReportContext } from '../report-context.ts'
import { coveragePart } from './coverage-part.ts'

/** Below this, a share would say more than is known. */
const SHARES_FROM = 5

/** Who was heard, with denominators and day, then the sentence that no report goes without. */
export function participationPart(context: ReportContext): readonly Block[] {
  const { t, house, people, request, regions } = context
  const isPart = request.type === 'regional' || request.type === 'session'
  return [
    // The account of one sitting is short: its summary and participation share a page.
    request.type === 'session'
      ? heading(1, t('document:participation.title'))
      : chapter(t('document:participation.title')),
    ...(isPart ? coveragePart({ ...context, regions: [] }) : coveragePart(context)),
    ...(request.type === 'session' && regions.length > 0 ? [sectionsTable(context)] : []),
    ...(people.length > 0 ? [categories(context)] : []),
    box(t(`document:method.sentence.${house}`)),
  ]
}

const sectionsTable = (context: ReportContext): Block =>
  shares(context, {
    caption: context.t(`document:participation.bySection.${context.house}`),
    column: context.t('document:cover.section'),
    groups: [...context.allRegions.map(({ id }) => id), null],
    of: ({ region }) => region,
    name: (region) => sectionName(context, region),
    legend: context.t('document:participation.countedPlain', { day: formatDay(context.request.date, context.lang) }),
  })

const categories = (context: ReportContext): Block =>
  shares(context, {
    caption: context.t('document:participation.byCategory'),
    column: context.t('document:participation.category'),
    groups: [...CATEGORIES, null],
    of: ({ category }) => category,
    name: (category) => named(context, 'category', category),
    legend: denominator(context),
  })

function denominator(context: ReportContext): string {
  const { t, lang, house, people, request } = context
  return t('document:participation.denominator', {
    speakers: t(`document:count.speakers.${house}`, { count: people.length }),
    genders: genders(context),
    day: formatDay(request.date, lang),
  })
}

/** « femme 129 (58 %), homme 83 (37 %), non précisé 9 (4 %) » */
export function genders(context: ReportContext): string {
  const { t, people } = context
  return [...GENDERS, null]
    .flatMap((key) => {
      const number = people.filter(({ gender }) => gender === key).length
      if (number === 0) return []
      const gender = named(context, 'gender', key)
      const share = shareOf(context, number)
      return share === null
        ? t('document:participation.ofGender', { gender, number })
        : t('document:participation.ofGenderWithShare', { gender, number, share })
    })
    .join(', ')
}

/** The share of all who were heard; `null` where it would say more than is known. */
function shareOf({ t, lang, people }: ReportContext, count: number): string | null {
  if (people.length < SHARES_FROM) return null
  return 100 * count < people.length
    ? t('document:participation.tinyShare')
    : formatPercent(count / people.length, lang)
}

const named = (context: ReportContext, list: string, key: string | null): string =>
  key === null ? context.t('document:participation.unstated') : listed(context, list, key)

interface Grouping {
  readonly caption: string
  readonly column: string
  /** In the order of the rows; `null` is what was not stated. */
  readonly groups: readonly (string | null)[]
  readonly of: (speaker: Speaker) => string | null
  readonly name: (group: string | null) => string
  readonly legend: string
}

const byWords = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1)

function shares(context: ReportContext, { caption, column, groups, of, name, legend }: Grouping): Block {
  const { t, house, people } = context
  const known = new Set(groups)
  const others = [...new Set(people.map(of))].filter((group) => !known.has(group)).toSorted(byWords)
  const rows = [...groups, ...others].flatMap((group) => {
    const count = people.filter((speaker) => of(speaker) === group).length
    const share = shareOf(context, count)
    return count === 0 ? [] : [[name(group), `${count}`, ...(share === null ? [] : [share])]]
  })
  const withShares = people.length >= SHARES_FROM
  return {
    type: 'table',
    caption,
    header: [
      column,
      t(`document:participation.speakers.${house}`),
      ...(withShares ? [t('document:participation.share')] : []),
    ].map(runs),
    rows: rows.map((row) => row.map(runs)),
    widths: withShares ? [64, 18, 18] : [80, 20],
    figures: withShares ? [1, 2] : [1],
    legend,
    small: true,
  }
}
