import type { Language } from '#shared/i18n/languages.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import type { Template } from '#shared/process/template.ts'
import { blankForm, type FormTemplate } from '#shared/programme/form/blank-form.ts'
import { formDocx } from '../report/form-docx.ts'
import { checkWord } from '../report/inspect-docx.ts'
import { templateNamed } from '../templates/templates.ts'
import { formXlsx } from './form-xlsx.ts'

export interface FormOrder {
  readonly as: 'docx' | 'xlsx'
  readonly lang: Language
  readonly date: string
  readonly consultation: string
  readonly records: readonly AnyRecord[]
}

export interface WrittenForm {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Writes a form to fill in: work for a worker. */
export async function writeForm({ as, lang, date, consultation, records }: FormOrder): Promise<WrittenForm> {
  const process = records.find(({ id }) => id === consultation)
  if (process === undefined) throw new Error('No consultation')
  const form = blankForm(records, process, templateOf(templateNamed(String(process.f['template'] ?? ''))), lang)
  const name = `fiche-${form.reference.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}-${lang}.${as}`
  if (as === 'xlsx') return { name, bytes: await formXlsx(form) }
  const bytes = await formDocx(form, date)
  await checkWord(bytes)
  return { name, bytes }
}

/** By invitation, when nothing says who can hear. */
const INVITED = 3

const templateOf = (template: Template | undefined): FormTemplate => ({
  version: template?.version ?? 0,
  lists: template?.lists ?? {},
  level:
    template === undefined
      ? INVITED
      : Math.max(template.presets.level, ...Object.values(template.presets.sessionLevels)),
})
