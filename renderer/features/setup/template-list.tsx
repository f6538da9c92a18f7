import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '#shared/contract/replies.ts'
import { TemplateIcon } from './template-icon.tsx'

export interface TemplateListProps {
  templates: readonly TemplateSummary[]
  chosen: string | null
  onChoose: (template: string) => void
}

/** The processes that ship, one line each: radio buttons, so that the arrows move the choice and Enter creates. */
export function TemplateList({ templates, chosen, onChoose }: TemplateListProps) {
  const { t } = useTranslation('setup')
  const id = useId()
  return (
    <fieldset className="setup-templates">
      <legend className="quiet">{t('start.templates')}</legend>
      <div className="setup-lines">
        {templates.map((template) => (
          <label key={template.id} className="setup-line">
            <input
              type="radio"
              name={id}
              checked={template.id === chosen}
              aria-describedby={`${id}-${template.id}`}
              onChange={() => onChoose(template.id)}
            />
            <TemplateIcon name={template.icon} />
            <span className="setup-name">{template.name}</span>
            <small id={`${id}-${template.id}`}>{template.summary}</small>
            <small className="setup-documents">{template.documents}</small>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
