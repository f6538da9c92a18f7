import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Records } from '#shared/model/record.ts'
import { isOfSession } from '#shared/report/report-request.ts'
import { newId } from '../../state/new-id.ts'
import { shortLabel } from '../../state/record-words.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/field.tsx'
import { TextEditor } from './text-editor.tsx'
import { type PartName, PARTS, textsOf, type TextSubject } from './texts.ts'
import type { ReportDesk } from './use-request.ts'

/** The records of a part: those there are, else the one that its first letters will make. */
function idsOf(records: Records, subject: TextSubject, part: PartName, fresh: string): readonly string[] {
  const texts = textsOf(records, subject, part)
  return texts.length === 0 ? [fresh] : texts.map(({ id }) => id)
}

function AxisTexts({ subject }: { subject: TextSubject }) {
  const { records } = useWorkspace()
  // One id for each part beforehand: what is typed first is then the same field once it is saved.
  const [fresh] = useState(() => PARTS.map((part) => ({ part, id: newId() })))
  return fresh.map(({ part, id: newOne }) =>
    idsOf(records, subject, part, newOne).map((id, index, all) => (
      <TextEditor key={id} id={id} subject={subject} part={part} place={all.length > 1 ? index + 1 : null} />
    )),
  )
}

/** What the section, or the secretariat, writes of each axis; the document prints it with its state. */
export function TextsFace({ desk: { request, axes } }: { desk: ReportDesk }) {
  const { t } = useTranslation('report')
  const { records } = useWorkspace()
  const language = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const axis = axes.find(({ id }) => id === (request.axis ?? chosen)) ?? axes[0]
  if (isOfSession(request)) return <EmptyState title={t('texts.noneOfSession')} />
  if (axis === undefined) return <EmptyState title={t('texts.noAxis')} />
  const region = request.region ?? null
  const author =
    region === null
      ? t('texts.secretariat')
      : t('texts.section', { section: shortLabel(records.get(region), language) })
  return (
    <div className="report-texts">
      <div className="report-texts-head">
        {request.type === 'thematic' ? (
          <h2>{labelOf(axis, language)}</h2>
        ) : (
          <SelectField
            label={t('subject.axis')}
            value={axis.id}
            choices={axes.map((one, index) => ({ value: one.id, label: `${index + 1} ${shortLabel(one, language)}` }))}
            onChange={setChosen}
          />
        )}
        <p className="quiet">{author}</p>
      </div>
      <AxisTexts key={`${region} ${axis.id}`} subject={{ region, axis: axis.id }} />
    </div>
  )
}
