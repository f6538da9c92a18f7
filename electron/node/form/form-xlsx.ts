import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import type { BlankForm } from '#shared/programme/form/blank-form.ts'
import { FORM_FIELDS } from '#shared/programme/form/form-fields.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { readParts, writeParts } from '../report/word-parts.ts'

type Words = (key: string, values?: object) => string

/** Rows that are drawn to be filled in: beyond, one goes on writing. */
const ROWS = 200
const RULE = { borderColor: '#D3D9E1', borderStyle: 'thin' } as const

/** The form as a workbook: the sitting, the lines, the people, the words that columns take, and help. Nothing is locked. */
export async function formXlsx(form: BlankForm): Promise<Uint8Array> {
  const t = createTranslator(form.lang) as unknown as Words
  const sheets = [sitting(form, t), notes(t), people(t), lists(form, t), help(form, t)]
  return withFontsInOrder(await writeExcelFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer())
}

const STYLES = 'xl/styles.xml'
/** What a font holds, in the order that the format asks for and the library does not keep. */
const IN_FONT = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme']

const placeOf = (element: string): number => IN_FONT.indexOf(/\w+/.exec(element)?.[0] ?? '')

async function withFontsInOrder(workbook: Uint8Array): Promise<Uint8Array> {
  const parts = await readParts(workbook)
  const styles = parts.get(STYLES)?.toString('utf8') ?? ''
  const sorted = styles.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const elements = inner.match(/<[^>]+>/g) ?? []
    return `<font>${elements.toSorted((one, other) => placeOf(one) - placeOf(other)).join('')}</font>`
  })
  return writeParts(parts.set(STYLES, Buffer.from(sorted)))
}

const head = (value: string): Cell => ({
  value,
  ...RULE,
  fontWeight: 'bold',
  backgroundColor: '#EEF1F5',
  wrap: true,
  alignVertical: 'top',
})
/** Text and nothing else: what is typed is kept as it is typed. */
const blank: Cell = { value: '', type: String, format: '@', ...RULE, wrap: true, alignVertical: 'top' }
const words = (value: string): Cell => ({ value, ...RULE, wrap: true, alignVertical: 'top' })
const plain = (value: string): Cell => ({ value, wrap: true, alignVertical: 'top' })

const columns = (...widths: number[]) => widths.map((width) => ({ width }))

function sitting({ level, title, reference }: BlankForm, t: Words): Sheet<never> {
  const rows = FORM_FIELDS.session.map((field): Row => [
    head(t(`form:field.session.${field}`)),
    field === 'level' ? words(level) : blank,
    plain(t(`form:hint.${field}`)),
  ])
  const above: Row[] = [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    [{ value: `${t('form:document')} – ${t('form:reference', { reference })}` }],
    ['field', 'answer', 'hint'].map((column) => head(t(`form:column.${column}`))),
  ]
  return {
    sheet: t('form:part.session'),
    data: [...above, ...rows, [], [plain('')], [{ ...plainOf(t('form:rule.explained')), columnSpan: 3 }]],
    columns: columns(26, 60, 60),
  }
}

const plainOf = (value: string) => ({ value, wrap: true, alignVertical: 'top' as const, height: 50 })

function toFill(names: readonly string[]): Row[] {
  return [names.map(head), ...Array.from({ length: ROWS }, () => names.map(() => blank))]
}

const notes = (t: Words): Sheet<never> => ({
  sheet: t('form:part.note'),
  data: toFill(FORM_FIELDS.note.map((field) => t(`form:field.note.${field}`))),
  columns: columns(8, 24, 20, 26, 8, 18, 12, 22, 80, 28),
  stickyRowsCount: 1,
  orientation: 'landscape',
})

const people = (t: Words): Sheet<never> => ({
  sheet: t('form:part.person'),
  data: toFill(FORM_FIELDS.person.map((field) => t(`form:field.person.${field}`))),
  columns: columns(20, 24, 26, 30, 34, 14, 24, 24),
  stickyRowsCount: 1,
  orientation: 'landscape',
})

function lists({ lists: known, axes, levels }: BlankForm, t: Words): Sheet<never> {
  const listed: readonly (readonly [string, readonly string[]])[] = [
    [t('form:field.note.axis'), axes.map(({ code, label }) => `${code} ${label}`)],
    [t('form:field.note.kind'), known.kind],
    [t('form:field.note.stance'), known.stance],
    [t('form:field.note.scope'), known.scope],
    [t('form:field.note.themes'), known.themes.length === 0 ? [t('form:list.none')] : known.themes],
    [t('form:field.session.region'), known.region],
    [t('form:field.person.category'), known.category],
    [t('form:field.person.gender'), known.gender],
    [t('form:field.person.speaksFor'), known.speaksFor],
    [t('form:field.session.level'), levels.map(({ name }) => name)],
  ]
  const longest = Math.max(...listed.map(([, all]) => all.length))
  const rows = Array.from({ length: longest }, (_, at): Row => listed.map(([, all]) => words(all[at] ?? '')))
  return {
    sheet: t('form:part.lists'),
    data: [listed.map(([name]) => head(name)), ...rows],
    columns: columns(44, 26, 14, 28, 28, 30, 36, 14, 26, 30),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

const INTRO = ['what', 'lines', 'text', 'words', 'speaker', 'again'] as const

function help(form: BlankForm, t: Words): Sheet<never> {
  const fields = ['code', 'label', 'capitals', 'vision', 'objective', 'output'] as const
  const axes = form.axes.map(({ code, label, capitals, vision, objective, output }): Row =>
    [code, label, capitals.join(', '), vision, objective, output].map(words),
  )
  const said = [...INTRO.map((key) => t(`form:intro.${key}`)), t('form:list.stance'), t('form:list.themes')]
  const marks = [
    [t('form:reference', { reference: form.reference }), form.mark],
    ...form.axes.map(({ code, id }) => [code, id]),
  ]
  return {
    sheet: t('form:part.help'),
    data: [
      [{ value: t('form:document'), fontWeight: 'bold', fontSize: 14 }],
      ...said.map((value): Row => [{ ...plainOf(value), height: 32, columnSpan: 6 }]),
      [],
      fields.map((field) => head(t(`form:field.axis.${field}`))),
      ...axes,
      [],
      [head(t('form:part.marks')), plain(t('form:marks.text'))],
      ...marks.map((row): Row => row.map(words)),
    ],
    columns: columns(22, 50, 26, 34, 34, 34),
    orientation: 'landscape',
  }
}
