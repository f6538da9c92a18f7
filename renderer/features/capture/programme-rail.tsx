import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Session } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { Chip } from '../../ui/chip.tsx'
import { SelectField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Rail } from '../../ui/rail.tsx'
import { useLanguage } from '../../state/use-words.ts'
import { Agenda } from './agenda.tsx'
import { changeLine, setLine, showSession, useCapture } from './capture-store.ts'
import { shortLabel } from './labels.ts'
import { addTheme } from './line.ts'
import { RailItem } from './rail-item.tsx'
import { countByAxis, useAxes, useFrequentThemes, useSessionNotes } from './use-programme.ts'
import type { RecordForm } from './use-open-form.ts'

interface ProgrammeRailProps {
  session: Session
  onForm: (form: RecordForm) => void
  /** Opens the form of a slot of the session. */
  onSlot: (slot: string) => void
}

const Plus = () => <IconPlus size={16} aria-hidden />

function Sessions({ session, onForm }: Omit<ProgrammeRailProps, 'onSlot'>) {
  const { t } = useTranslation('capture')
  const language = useLanguage()
  const sessions = useRecords('session')
  return (
    <section className="capture-sessions">
      <SelectField
        label={t('session.choose')}
        value={session.id}
        choices={sessions.map((one) => ({ value: one.id, label: labelOf(one, language) }))}
        onChange={(id) => id !== null && showSession(id, null)}
      />
      <IconButton label={t('session.new')} icon={<Plus />} look="plain" onClick={() => onForm('new-session')} />
    </section>
  )
}

function Axes({ session, onForm }: Omit<ProgrammeRailProps, 'onSlot'>) {
  const { t } = useTranslation('capture')
  const [axes, language] = [useAxes(), useLanguage()]
  const counts = countByAxis(useSessionNotes(session.id))
  const current = useCapture((state) => state.line.axis)
  return (
    <section aria-labelledby="capture-axes">
      <h2 id="capture-axes">
        {t('axes.title')}
        <span className="row">
          <Kbd keys="Control" /> <span aria-hidden>{t('digit')}</span>
          <IconButton label={t('axes.new')} icon={<Plus />} onClick={() => onForm('axis')} />
        </span>
      </h2>
      {axes.length === 0 && <p className="quiet">{t('axes.none')}</p>}
      <ul>
        {axes.map((axis, index) => (
          <li key={axis.id}>
            <RailItem
              digit={index < 9 ? index + 1 : undefined}
              label={shortLabel(axis, language)}
              keys={index < 9 ? `Control+Digit${index + 1}` : undefined}
              pressed={axis.id === current}
              end={
                <Count label={t('axes.notes', { count: counts.get(axis.id) ?? 0 })} value={counts.get(axis.id) ?? 0} />
              }
              onClick={() => setLine({ axis: axis.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Count = ({ value, label }: { value: number; label: string }) => (
  <small className="figures">
    <span aria-hidden>{value}</span>
    <span className="visually-hidden">{label}</span>
  </small>
)

function FrequentThemes({ onForm }: Pick<ProgrammeRailProps, 'onForm'>) {
  const { t } = useTranslation('capture')
  const [frequent, language] = [useFrequentThemes(), useLanguage()]
  return (
    <section aria-labelledby="capture-themes">
      <h2 id="capture-themes">
        {t('themes.title')}
        <span className="row">
          <Kbd keys={KEYMAP.capture.theme} />
          <IconButton label={t('themes.new')} icon={<Plus />} onClick={() => onForm('theme')} />
        </span>
      </h2>
      {frequent.length === 0 && <p className="quiet">{t('themes.none')}</p>}
      <div className="capture-chips">
        {frequent.map(([theme, count]) => {
          const label = labelOf(theme, language)
          const add = () => changeLine((line) => addTheme(line, { id: theme.id, label, isNew: false }))
          return (
            <Chip key={theme.id} onClick={add}>
              <bdi>#{label}</bdi> <span className="figures">{count}</span>
            </Chip>
          )
        })}
      </div>
    </section>
  )
}

/** The session among the others, its agenda, the axes and the themes that come back most. */
export function ProgrammeRail({ session, onForm, onSlot }: ProgrammeRailProps) {
  const { t } = useTranslation('capture')
  const [axes, language] = [useAxes(), useLanguage()]
  const current = useCapture((state) => state.line.axis)
  const at = axes.findIndex(({ id }) => id === current)
  const axis = axes[at]
  return (
    <Rail
      side="start"
      label={t('programme')}
      summary={axis ? `${at + 1} ${shortLabel(axis, language)}` : t('chips.noAxis')}
    >
      <Sessions session={session} onForm={onForm} />
      <Agenda session={session} onAdd={() => onForm('slot')} onEdit={onSlot} />
      <Axes session={session} onForm={onForm} />
      <FrequentThemes onForm={onForm} />
    </Rail>
  )
}
