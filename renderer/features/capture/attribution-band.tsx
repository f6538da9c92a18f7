import './voices.css'
import { IconEyeOff, IconLock, IconShieldLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '#shared/i18n/languages.ts'
import { isKind, type Session } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useSharedScreen } from '../../state/shared-screen.ts'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useCapture } from './capture-store.ts'
import { shortLabel } from './labels.ts'
import { leavingOf, type Leaving } from './leaving-words.ts'
import { noteLanguage } from './note-language.ts'
import { levelNow, OFF_THE_RECORD, partOf, togglePart } from './session-part.ts'
import { TightenDialog } from './tighten-dialog.tsx'
import { askVoices } from './voice-asked.ts'

function useSentence(): (leaving: Leaving) => string {
  const words = useListWords()
  return ({ category, section, ...written }) => {
    const said = Object.values(written)
    const general = [
      category === undefined ? '' : words('attribution', `category.${category}`),
      section === undefined ? '' : words('attribution', `section.${section}`),
    ]
    // Names and functions are a list; category and section are one sentence.
    return said.length > 0 ? said.join(', ') : general.filter(Boolean).join(' ')
  }
}

/** What will leave of whoever speaks now, in the very words; while the screen is shared, what may leave at this level. */
function useLeaving(session: Session, level: ReturnType<typeof levelNow>): string {
  const { t } = useTranslation('capture')
  const { records } = useWorkspace()
  const [words, sentence] = [useListWords(), useSentence()]
  const hidden = useSharedScreen((state) => state.hidden)
  const current = useCapture((state) => state.line.speaker)
  const record = current === null ? undefined : records.get(current)
  const speaker = record !== undefined && isKind(record, 'speaker') ? record : undefined
  if (level === OFF_THE_RECORD) return t('band.nothing')
  if (hidden) return t('tighten.leaves', { what: words('level', `${level}.leaves`) })
  return t('band.leaves', { words: sentence(leavingOf(records, speaker, level, session.f.region)) || t('band.spoken') })
}

/** Axis, section and language that what is noted now goes under. */
function Place({ session }: { session: Session }) {
  const { t } = useTranslation(['voices', 'capture'])
  const { records } = useWorkspace()
  const language = useLanguage()
  const axis = useCapture((state) => state.line.axis)
  const lang = useCapture(({ line }) => noteLanguage(line.text, line.lang, language))
  const name = new Intl.DisplayNames(LOCALES[language], { type: 'language' }).of(lang) ?? lang
  const region = session.f.region === undefined ? undefined : records.get(session.f.region)
  const parts = {
    axis: axis === null ? t('capture:chips.noAxis') : shortLabel(records.get(axis), language),
    section: region === undefined ? t('band.noRegion') : shortLabel(region, language),
    language: name,
  }
  return (
    <ul className="band-place" aria-label={t('band.label')}>
      {Object.entries(parts).map(([part, words]) => (
        <li key={part} data-part={part}>
          <bdi>{words}</bdi>
        </li>
      ))}
    </ul>
  )
}

interface RulesProps {
  session: Session
  isHeld: boolean
  isStrictest: boolean
  onTighten: () => void
}

/** Begins and ends a part of the session under a stricter rule. */
function Rules({ session, isHeld, isStrictest, onTighten }: RulesProps) {
  const { t } = useTranslation(['voices', 'capture'])
  if (isStrictest && !isHeld) return null
  return (
    <span className="row">
      <Button
        look={isHeld ? 'primary' : 'quiet'}
        size="small"
        keys={KEYMAP.capture.part}
        onClick={() => togglePart(session)}
      >
        {t(isHeld ? 'part.close' : 'part.open')}
      </Button>
      <Menu
        trigger={
          <Button look="quiet" size="small">
            {t('capture:band.tighten')}
          </Button>
        }
        entries={[
          { id: 'part', label: t('part.title'), onSelect: () => askVoices({ type: 'rule', note: null }) },
          { id: 'session', label: t('capture:tighten.title'), onSelect: onTighten },
        ]}
      />
    </span>
  )
}

/** Where what is noted now goes, under which rule, and what will leave of it: always in sight. */
export function AttributionBand({ session }: { session: Session }) {
  const { t } = useTranslation(['capture', 'voices'])
  const { records } = useWorkspace()
  const [asked, ask] = useState(false)
  const segment = useCapture((state) => state.line.segment)
  const ofSession = levelNow(records, session, undefined)
  const part = partOf(records, session, segment)
  const level = levelNow(records, session, part)
  const isHeld = part !== undefined
  const name = useListWords()('level', `${level}.name`)
  const leaving = useLeaving(session, level)
  const Icon = level === OFF_THE_RECORD ? IconEyeOff : isHeld ? IconLock : IconShieldLock
  return (
    <section className="attribution-band" aria-label={t('band.label')} data-held={isHeld}>
      <Icon size={16} aria-hidden />
      <div className="band-words">
        <Place session={session} />
        <output>
          <bdi>
            <b>{isHeld ? t('voices:part.on', { level: name }) : t('band.rule', { level: name })}</b>{' '}
            {isHeld && level === OFF_THE_RECORD ? t('voices:part.offRecordSays') : leaving}
          </bdi>
        </output>
      </div>
      <Rules session={session} isHeld={isHeld} isStrictest={ofSession === OFF_THE_RECORD} onTighten={() => ask(true)} />
      <TightenDialog session={session} level={ofSession} opened={asked} onClose={() => ask(false)} />
    </section>
  )
}
