import type { Reading } from '../evidence/evidence.ts'
import { quantifier } from '../evidence/quantifier.ts'
import { label } from './attribution.ts'
import { organisationsOf } from './people.ts'
import { sectionName, type ReportContext } from './report-context.ts'
import { isOfSession } from './report-request.ts'
import type { Statement } from './statements.ts'

/** « la plupart des organisations (9 sur 11) » */
export const someOrganisations = ({ t }: ReportContext, x: number, n: number): string =>
  t(`document:organisations.${quantifier(x, n)}`, { x, n })

/** Organisations heard on an axis, in one section or in all. */
export const organisationsHeard = ({ people }: ReportContext, axis: string | null, region?: string): number =>
  organisationsOf(people.filter((one) => one.axis === axis && (region === undefined || one.region === region)))

/** « présent dans 5 sections concluantes sur 6 »; nothing where a consultation wants no reading printed. */
export function presenceSentences(
  context: ReportContext,
  { readings, notes, axis }: Statement,
  region: string | undefined,
): readonly string[] {
  const { t, request } = context
  if (context.readings === 'none') return []
  // One sitting is compared with nothing: only its own organisations are counted.
  if (isOfSession(request)) return raised(context, t('document:presence.this'), organisationsOf(notes), axis)
  return readings.flatMap((reading) => {
    const theme =
      readings.length === 1
        ? t('document:presence.this')
        : t('document:presence.named', { theme: label(context, reading.theme) })
    const counted =
      region === undefined ? everywhere(context, reading, theme) : inSection(context, reading, theme, region)
    return [...counted, ...readingSentence(context, reading)]
  })
}

function raised(context: ReportContext, theme: string, count: number, axis: string | null): readonly string[] {
  if (count === 0) return []
  const organisations = someOrganisations(context, count, organisationsHeard(context, axis))
  return [context.t('document:presence.raised', { theme, organisations })]
}

function everywhere(context: ReportContext, reading: Reading, theme: string): readonly string[] {
  const { t } = context
  const { axis, present, conclusive, withoutData } = reading
  if (reading.organisations === 0) return []
  if (conclusive === 0) return raised(context, theme, reading.organisations, axis)
  const organisations = someOrganisations(context, reading.organisations, organisationsHeard(context, axis))
  const sections = t('document:presence.sections', { count: present, conclusive })
  const rest = t('document:presence.withoutData', { number: withoutData })
  return [t('document:presence.full', { theme, sections, withoutData: rest, organisations })]
}

function inSection(context: ReportContext, reading: Reading, theme: string, region: string): readonly string[] {
  const { t } = context
  const here = reading.cells.find((cell) => cell.region === region)
  if (here === undefined || here.organisations === 0) return []
  const heard = organisationsHeard(context, reading.axis, region)
  const organisations = someOrganisations(context, here.organisations, heard)
  const others = reading.cells.filter((cell) => cell.region !== region && cell.x > 0).length
  return [
    t('document:presence.inSection', { theme, organisations }),
    others === 0 ? t('document:presence.nowhereElse') : t('document:presence.elsewhere', { count: others }),
  ]
}

const readingSentence = (context: ReportContext, reading: Reading): readonly string[] =>
  context.readings === 'body'
    ? [context.t('document:presence.reading', { reading: readingWords(context, reading) })]
    : []

/** A reading in the words of documents, with its marks and the sections it names. */
export function readingWords(context: ReportContext, reading: Reading): string {
  const { t } = context
  const names = (regions: readonly string[]) => regions.map((region) => sectionName(context, region)).join(', ')
  const ofSections = reading.kind !== 'trend' && reading.specificTo.length > 0
  const words = t(`document:reading.${reading.kind}`)
  return [
    ofSections ? t('document:reading.of', { reading: words, sections: names(reading.specificTo) }) : words,
    ...(reading.contested ? [t('document:readingMark.contested')] : []),
    ...(reading.toConsolidate ? [t('document:readingMark.toConsolidate')] : []),
    ...(reading.kind === 'trend' && reading.specificTo.length > 0
      ? [t('document:readingMark.accent', { sections: names(reading.specificTo) })]
      : []),
    ...(reading.notRecordedIn.length > 0
      ? [t('document:readingMark.notRecorded', { sections: names(reading.notRecordedIn) })]
      : []),
  ].join(', ')
}
