import { Document, HeadingLevel, Packer, PageOrientation, type FileChild } from 'docx'
import type { BlankForm } from '#shared/programme/form/blank-form.ts'
import { FORM_FIELDS } from '#shared/programme/form/form-fields.ts'
import { sanitise } from '#shared/report/sanitise.ts'
import { run, type Runs } from '#shared/report/outline.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { finishDocx } from './finish-docx.ts'
import { documentNumbering, NUMBERING } from './docx-numbering.ts'
import { paragraph, type Writing } from './docx-runs.ts'
import { documentStyles, STYLE } from './docx-styles.ts'
import { FORM_WIDTH, formGrid } from './form-tables.ts'
import { PAGE } from './look.ts'

type Words = (key: string, values?: object) => string

/** Rows to fill in: a person adds as many as they need. */
const ROWS = 20
const SIDE = (PAGE.height - FORM_WIDTH) / 2

/**
 * The form as a Word file, lying, so that a line of notes has room: what to do, the sitting, the axes as reminders, the
 * lines, the words that columns take, and at the end what lets it be read back. Nothing is locked.
 */
export async function formDocx(form: BlankForm, date: string): Promise<Uint8Array> {
  const { lang } = form
  const writing: Writing = { annexNumbers: new Set(), withPageNumbers: false, footnotes: {}, tables: [] }
  const t = createTranslator(lang) as unknown as Words
  const document = new Document({
    title: clean(`${t('form:document')} – ${form.title}`),
    creator: clean(form.organiser),
    lastModifiedBy: clean(form.organiser),
    styles: documentStyles(lang),
    numbering: documentNumbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: SIDE, bottom: SIDE, left: SIDE, right: SIDE },
          },
        },
        children: [
          ...opening(form, t, writing),
          ...sitting(form, t, writing),
          ...axes(form, t, writing),
          ...notes(t, writing),
          ...lists(form, t, writing),
          ...marks(form, t, writing),
        ],
      },
    ],
  })
  return finishDocx(await Packer.toBuffer(document), { date, lang }, writing.tables)
}

const clean = (text: string): string => sanitise(text).text
const text = (words: string): Runs => [run(clean(words))]

const heading = (words: string, writing: Writing, pageBreakBefore = false): FileChild =>
  paragraph(clean(words), writing, {
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    spacing: { before: pageBreakBefore ? 60 : 300, after: 120 },
  })
const body = (words: string, writing: Writing): FileChild => paragraph(clean(words), writing, { style: STYLE.body })

const INTRO = ['lines', 'text', 'words', 'speaker', 'again'] as const

function opening({ title, subtitle, reference }: BlankForm, t: Words, writing: Writing): FileChild[] {
  return [
    paragraph(t('form:document'), writing, { style: STYLE.kind, spacing: { before: 0 } }),
    paragraph(clean(title), writing, { heading: HeadingLevel.TITLE }),
    ...(subtitle === '' ? [] : [paragraph(clean(subtitle), writing, { style: STYLE.subtitle })]),
    paragraph(clean(t('form:reference', { reference })), writing, { style: STYLE.muted }),
    body(t('form:intro.what'), writing),
    ...INTRO.map((key) => paragraph(t(`form:intro.${key}`), writing, { style: STYLE.bullet, ...NUMBERING.bullets })),
  ]
}

function sitting(form: BlankForm, t: Words, writing: Writing): FileChild[] {
  const rows = FORM_FIELDS.session.map((field) => [
    [run(t(`form:field.session.${field}`), { bold: true })],
    field === 'level' ? text(form.level) : [],
    text(t(`form:hint.${field}`)),
  ])
  return [
    heading(t('form:part.session'), writing),
    body(t('form:rule.explained'), writing),
    ...formGrid(
      {
        caption: t('form:part.session'),
        header: ['field', 'answer', 'hint'].map((column) => t(`form:column.${column}`)),
        widths: [22, 46, 32],
        rows,
      },
      writing,
    ),
    ...formGrid(
      {
        caption: t('form:column.rule'),
        header: [t('form:column.rule'), t('form:column.leaves')],
        widths: [35, 65],
        rows: form.levels.map(({ name, leaves }) => [text(name), text(leaves)]),
      },
      writing,
    ),
  ]
}

function axes(form: BlankForm, t: Words, writing: Writing): FileChild[] {
  if (form.axes.length === 0) return []
  const fields = ['code', 'label', 'capitals', 'vision', 'objective', 'output'] as const
  return [
    heading(t('form:part.axes'), writing),
    ...formGrid(
      {
        caption: t('form:part.axes'),
        header: fields.map((field) => t(`form:field.axis.${field}`)),
        widths: [6, 24, 14, 20, 18, 18],
        rows: form.axes.map(({ code, label, capitals, vision, objective, output }) => [
          [run(code, { bold: true })],
          ...[label, capitals.join(', '), vision, objective, output].map(text),
        ]),
      },
      writing,
    ),
  ]
}

/** Parts of the width of a page, in the order of the columns; the text has the most. */
const NOTE_WIDTHS = [30, 48, 98, 80, 100, 42, 92, 66, 90, 280, 80]

function notes(t: Words, writing: Writing): FileChild[] {
  const names = FORM_FIELDS.note.map((field) => t(`form:field.note.${field}`))
  return [
    heading(t('form:part.note'), writing, true),
    ...formGrid(
      {
        caption: t('form:part.note'),
        header: [t('form:column.number'), ...names],
        widths: NOTE_WIDTHS,
        rows: Array.from({ length: ROWS }, (_, index) => [text(String(index + 1)), ...names.map(() => [])]),
        toFill: true,
      },
      writing,
    ),
  ]
}

function lists({ lists: words, axes: named }: BlankForm, t: Words, writing: Writing): FileChild[] {
  const joined = (known: readonly string[]): string => (known.length === 0 ? t('form:list.none') : known.join(' · '))
  const rows: readonly (readonly [string, string])[] = [
    [t('form:field.note.axis'), named.map(({ code, label }) => `${code} ${label}`).join(' · ') || t('form:list.none')],
    [t('form:field.note.kind'), joined(words.kind)],
    [t('form:field.note.stance'), `${joined(words.stance)}\n${t('form:list.stance')}`],
    [t('form:field.note.scope'), joined(words.scope)],
    [t('form:field.note.themes'), `${joined(words.themes)}\n${t('form:list.themes')}`],
    [t('form:field.session.region'), joined(words.region)],
  ]
  return [
    heading(t('form:part.lists'), writing, true),
    ...formGrid(
      {
        caption: t('form:part.lists'),
        header: [t('form:column.list'), t('form:column.words')],
        widths: [20, 80],
        rows: rows.map(([name, known]) => [[run(clean(name), { bold: true })], text(known)]),
      },
      writing,
    ),
  ]
}

function marks({ reference, mark, axes: named }: BlankForm, t: Words, writing: Writing): FileChild[] {
  return [
    heading(t('form:part.marks'), writing),
    body(t('form:marks.text'), writing),
    ...formGrid(
      {
        caption: t('form:part.marks'),
        header: [t('form:marks.name'), t('form:marks.value')],
        widths: [35, 65],
        rows: [[t('form:reference', { reference }), mark], ...named.map(({ code, id }) => [code, id])].map((row) =>
          row.map(text),
        ),
      },
      writing,
    ),
  ]
}
