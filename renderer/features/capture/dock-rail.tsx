import { IconPencil, IconPlus, IconTable, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Session, Speaker } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { askForTable } from '../../state/table-asked.ts'
import { useSomeone } from '../../state/someone.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Rail } from '../../ui/rail.tsx'
import { SessionSources } from '../sources/session-sources.tsx'
import { setLine, useCapture } from './capture-store.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import { RailItem } from './rail-item.tsx'
import { RegionMark } from './region-mark.tsx'
import { useSpeakers } from './use-programme.ts'
import { giveToUnidentified } from './voice-acts.ts'
import { askVoices } from './voice-asked.ts'

interface DockRailProps {
  session: Session
  onAdd: () => void
  onEdit: (speaker: string) => void
}

function DockItem({ speaker, onEdit }: { speaker: Speaker; onEdit: (speaker: string) => void }) {
  const { t } = useTranslation(['capture', 'voices'])
  const current = useCapture((state) => state.line.speaker) === speaker.id
  const [name, ...details] = useSomeone()(speaker)
  const { slot, unidentified } = speaker.f
  return (
    <li className="dock-item" data-unnamed={unidentified !== undefined}>
      <RailItem
        digit={slot}
        label={name}
        detail={current && details.length > 0 ? <bdi>{details.join(', ')}</bdi> : undefined}
        keys={slot === undefined ? undefined : `Alt+Digit${slot}`}
        pressed={current}
        end={<RegionMark region={speaker.f.region} />}
        onClick={() => setLine({ speaker: speaker.id })}
      />
      {unidentified === undefined && current && (
        <IconButton
          label={t('dock.edit', { name })}
          icon={<IconPencil size={14} aria-hidden />}
          onClick={() => onEdit(speaker.id)}
        />
      )}
      {unidentified !== undefined && (
        <span className="dock-unnamed">
          <Button look="quiet" size="small" onClick={() => askVoices({ type: 'identify', speaker })}>
            {t('voices:dock.was')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button look="quiet" size="small" onClick={() => onEdit(speaker.id)}>
            {t('voices:dock.name')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </span>
      )}
    </li>
  )
}

/** Ways to put someone in the dock: a form, nobody's name, a list. */
function Adding({ session, onAdd }: { session: string; onAdd: () => void }) {
  const { t } = useTranslation(['capture', 'participants', 'voices'])
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon={<IconPlus size={14} aria-hidden />}
        keys={KEYMAP.capture.otherSpeaker}
        onClick={onAdd}
      >
        {t('dock.addLabel')}
      </Button>
      <Button
        look="quiet"
        size="small"
        icon={<IconUserQuestion size={14} aria-hidden />}
        keys={KEYMAP.capture.unidentified}
        onClick={() => void giveToUnidentified(session)}
      >
        {t('voices:dock.unidentified')}
      </Button>
      <Button
        look="quiet"
        size="small"
        icon={<IconTable size={14} aria-hidden />}
        onClick={() => askForTable({ for: 'session', session: session })}
      >
        {t('participants:fromDock')}
      </Button>
    </>
  )
}

function Dock({ session, onAdd, onEdit }: DockRailProps) {
  const { t } = useTranslation('capture')
  const speakers = useSpeakers(session.id)
  const nobody = useCapture((state) => state.line.speaker) === null
  const others = speakers.filter(({ f }) => f.slot === undefined)
  return (
    <section aria-labelledby="capture-dock">
      <h2 id="capture-dock">
        {t('dock.label')}
        <span className="row">
          <Kbd keys="Alt" /> <span aria-hidden>{t('digit')}</span>
        </span>
      </h2>
      <ul>
        {speakers
          .filter(({ f }) => f.slot !== undefined)
          .map((speaker) => (
            <DockItem key={speaker.id} speaker={speaker} onEdit={onEdit} />
          ))}
        <li>
          <RailItem
            digit={0}
            label={t('dock.unidentified')}
            keys={KEYMAP.capture.nobody}
            pressed={nobody}
            onClick={() => setLine({ speaker: null })}
          />
        </li>
      </ul>
      <Adding session={session.id} onAdd={onAdd} />
      {others.length > 0 && (
        <details className="dock-others">
          <summary>{t('dock.others', { count: others.length })}</summary>
          <ul>
            {others.map((speaker) => (
              <DockItem key={speaker.id} speaker={speaker} onEdit={onEdit} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Whose turn it is, and from which sections people were heard on the current axis. */
export function DockRail(props: DockRailProps) {
  const { t } = useTranslation('capture')
  const current = useCapture((state) => state.line.speaker)
  const speaker = useSpeakers(props.session.id).find(({ id }) => id === current)
  const [name] = useSomeone()(speaker)
  return (
    <Rail side="end" label={t('dock.label')} summary={speaker?.f.slot ? `${speaker.f.slot} ${name}` : name}>
      <Dock {...props} />
      <CoverageGrid session={props.session} />
      <SessionSources session={props.session.id} />
    </Rail>
  )
}
