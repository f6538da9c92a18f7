import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/i18n/format.ts'
import { labelOf } from '#shared/model/label.ts'
import type { AnyRecord, Records } from '#shared/model/record.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { CheckList } from '../../ui/check-list.tsx'
import { RadioCards } from '../../ui/radio-card.tsx'
import { EXTENTS, type Extent, type SendForm } from './send-form.ts'

const KIND_OF: Readonly<Partial<Record<Extent, string>>> = { sessions: 'session', regions: 'region', axes: 'axis' }

const place = ({ f }: AnyRecord): string => `${String(f['date'] ?? '')} ${String(f['order'] ?? 0).padStart(6, '0')}`

const ofKind = (records: Records, kind: string | undefined): readonly AnyRecord[] =>
  [...records.values()].filter((record) => record.kind === kind).toSorted((a, b) => (place(a) < place(b) ? -1 : 1))

/** What of the process goes: all of it, or some sessions, sections or axes, or the texts alone. */
export function SendScope({ form, onChange }: { form: SendForm; onChange: (change: Partial<SendForm>) => void }) {
  const { t } = useTranslation('send')
  const language = useLanguage()
  const { records } = useWorkspace()
  const { extent, chosen } = form
  const kind = KIND_OF[extent]
  const choices = useMemo(
    () =>
      ofKind(records, kind).map((record) => {
        const day = typeof record.f['date'] === 'string' && kind === 'session' ? record.f['date'] : null
        const label = labelOf(record, language)
        return { value: record.id, label: day === null ? label : `${label} (${formatDay(day, language)})` }
      }),
    [records, kind, language],
  )
  return (
    <>
      <RadioCards
        label={t('extent.label')}
        value={extent}
        choices={EXTENTS.map((value) => ({
          value,
          title: t(`extent.${value}.name`),
          description: t(`extent.${value}.text`),
        }))}
        onChange={(value) => onChange({ extent: value })}
      />
      {kind !== undefined && (
        <CheckList
          label={t(`extent.${extent}.name`)}
          choices={choices}
          chosen={chosen[extent] ?? []}
          onChange={(ids) => onChange({ chosen: { ...chosen, [extent]: ids } })}
        />
      )}
    </>
  )
}
