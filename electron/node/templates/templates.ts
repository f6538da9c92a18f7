import type { TemplateSummary } from '#shared/contract/replies.ts'
import type { Language } from '#shared/i18n/languages.ts'
import { decodeTemplate } from '#shared/process/decode-template.ts'
import type { Template } from '#shared/process/template.ts'
import learning from '../../../resources/processes/000.json'
import series from '../../../resources/processes/001.json'
import pairs from '../../../resources/processes/002.json'
import seminar from '../../../resources/processes/003.json'
import guide from '../../../resources/processes/004.json'
import blank from '../../../resources/processes/blank.json'

/** The processes that ship, in the order they are proposed. They are data: a fault in one is a defect of ours. */
export const templates: readonly Template[] = [learning, series, pairs, seminar, guide, blank]
  .map((json) => {
    const template = decodeTemplate(json)
    if (!template.ok) throw new Error(`Template: ${JSON.stringify(template.failure)}`)
    return template.value
  })
  .toSorted((a, b) => a.order - b.order)

export const templateNamed = (id: string): Template | undefined => templates.find((template) => template.id === id)

export const summaryOf = (template: Template, language: Language): TemplateSummary => ({
  id: template.id,
  icon: template.icon,
  name: template.name[language],
  summary: template.summary[language],
  documents: template.documentsLabel[language],
  edition: template.edition,
})
