import { isDoubtful } from '../evidence/doubt.ts'
import { labelOf } from '../model/label.ts'
import type { AnyRecord } from '../model/record.ts'
import { sectionName, type ReportContext } from './report-context.ts'
import { CHATHAM, type ReportNote } from './report-note.ts'

/**
 * Who said it, in the words that the note's level allows: name, function and organisation; function and organisation;
 * organisation; category and section without gender; « une personne participante ». What the projection withheld is
 * missing here too: the next level's words are then used. Someone whose name nobody caught keeps their number where names
 * are said, and where who said it is not sure nobody is told. What stands under the name of a section (`within`) does not
 * name it again.
 */
export function attributionOf(context: ReportContext, note: ReportNote, within: string | null = null): string {
  const { t } = context
  if (note.level >= CHATHAM || isDoubtful(note.record)) return t('document:attribution.chatham')
  if (note.voice === null) return t('document:attribution.unidentified')
  const said = note.level === CHATHAM - 1 ? '' : named(context, note)
  if (said === '') return categoryAndSection(context, note)
  return note.region === within ? said : withSection(context, said, note)
}

/** As above, to open a line. */
export const attributionAtStart = (context: ReportContext, note: ReportNote, within: string | null = null): string =>
  capitalised(attributionOf(context, note, within ?? context.request.region ?? null))

/** The name alone, where the document says elsewhere who this person is; what the level allows where there is no name. */
export const speakerAtStart: typeof attributionAtStart = (context, note, within) =>
  nameOf(context, note) || attributionAtStart(context, note, within)

/** Name and organisation, without the function held; what the level allows where there is no name. */
export function nameAndOrganisation(context: ReportContext, note: ReportNote): string {
  const name = nameOf(context, note)
  const organisation = context.records.get(note.voice?.f.organisation ?? '')?.f['name']
  return name === '' ? attributionOf(context, note) : [name, organisation].filter(isWritten).join(', ')
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

function named(context: ReportContext, note: ReportNote): string {
  const { records, t } = context
  const { voice, level } = note
  const at = (id: string | undefined): AnyRecord['f'] => (id === undefined ? {} : (records.get(id)?.f ?? {}))
  const name = nameOf(context, note)
  const held = level <= 2 ? voice?.f.function : undefined
  const said = [name, held, at(voice?.f.organisation)['name']].filter(isWritten).join(', ')
  const number = level === 1 ? (voice?.f.unidentified ?? 0) : 0
  return said === '' && number > 0 ? t('document:attribution.numbered', { number }) : said
}

function nameOf({ records }: ReportContext, { voice, level }: ReportNote): string {
  const { givenName, name } = level === 1 ? (records.get(voice?.f.person ?? '')?.f ?? {}) : {}
  return [givenName, name].filter(isWritten).join(' ')
}

const isWritten = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const withSection = (context: ReportContext, who: string, { region }: ReportNote): string =>
  region === null ? who : context.t('document:attribution.withSection', { who, section: sectionName(context, region) })

/** « un gouvernement local d’Afrique »; a section that the lists do not know is said in brackets. */
function categoryAndSection(context: ReportContext, note: ReportNote): string {
  const { t, records } = context
  const category = actor(context, note.voice)
  if (note.region === null) return category
  const code = records.get(note.region)?.f['code']
  const key = `lists:attribution.section.${typeof code === 'string' ? code : ''}`
  const section = t(key as 'lists:attribution.section.AFR', { defaultValue: '' })
  return section === ''
    ? withSection(context, category, note)
    : t('document:attribution.ofCategory', { category, section })
}

/** « un gouvernement local »; without a category « une organisation », or of someone unidentified « une personne participante ». */
const actor = ({ t }: ReportContext, voice: ReportNote['voice']): string =>
  t(`lists:attribution.category.${voice?.f.category ?? ''}` as 'lists:attribution.category.other', {
    defaultValue: t(`document:attribution.${voice?.f.unidentified === undefined ? 'unspecified' : 'chatham'}`),
  })

/** A word of a list; what the list does not hold is said as it was written. */
export const listed = ({ t }: ReportContext, list: string, key: string): string =>
  t(`lists:${list}.${key}` as 'lists:noteKind.need', { defaultValue: key })

/** The label of a record in the document's language. */
export const label = ({ records, lang }: ReportContext, id: string): string => labelOf(records.get(id), lang)
