import { IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { kinds } from '#shared/model/kinds.ts'
import { edit } from '../../state/edits.ts'
import { useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextVersions } from './text-versions.tsx'
import type { PartName, Synthesis, TextSubject } from './texts.ts'
import { useText } from './use-text.ts'

const STATES = kinds.synthesis.fields.state.type.options

function StateMenu({ record, part }: { record: Synthesis; part: string }) {
  const { t } = useTranslation('report')
  const words = useListWords()
  const state = words('synthesisState', record.f.state ?? 'draft')
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="button"
          data-look="quiet"
          data-size="small"
          aria-label={t('texts.state', { part, state })}
        >
          <span className="report-state">{state}</span>
          <IconChevronDown size={12} aria-hidden />
        </button>
      }
      entries={STATES.map((id) => ({
        id,
        label: words('synthesisState', id),
        onSelect: () => void edit({ type: 'record.save', kind: 'synthesis', record: record.id, set: { state: id } }),
      }))}
    />
  )
}

interface TextEditorProps {
  /** Of the record that holds the text, or that will. */
  id: string
  subject: TextSubject
  part: PartName
  /** Its place among the texts of the part, where there are several. */
  place: number | null
}

/** One text of an axis, with its state. */
export function TextEditor({ id, subject, part, place }: TextEditorProps) {
  const { t } = useTranslation('report')
  const field = useId()
  const { records } = useWorkspace()
  const desk = useText(id, subject, part)
  const record = records.get(id) as Synthesis | undefined
  const named = t(`part.${part}`)
  const label = place === null ? named : t('texts.place', { part: named, place })
  const versions = record?.conflicts?.['text']
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    desk.save()
  }
  return (
    <section className="report-text">
      <header>
        <label htmlFor={field}>{label}</label>
        {!desk.isSaved && <small>{t('texts.unsaved')}</small>}
        <span className="grow" />
        {record !== undefined && desk.text !== '' && <StateMenu record={record} part={label} />}
      </header>
      {desk.failure && <FailureNotice failure={desk.failure} />}
      {versions === undefined ? (
        <textarea
          id={field}
          dir="auto"
          rows={part === 'summary' ? 5 : 3}
          value={desk.text}
          onChange={(event) => desk.write(event.currentTarget.value)}
          onBlur={desk.save}
          onKeyDown={onKeyDown}
        />
      ) : (
        <TextVersions id={field} record={id} versions={versions} />
      )}
    </section>
  )
}
