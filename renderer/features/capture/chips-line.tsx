import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '#shared/i18n/languages.ts'
import type { Axis, Speaker } from '#shared/model/record.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Chip } from '../../ui/chip.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { changeLine, chooseLanguage, type Picker, setLine, useCapture } from './capture-store.ts'
import { RegionMark } from './region-mark.tsx'
import { shortLabel, wordsOf } from './labels.ts'
import { kindOfLine, removeTheme } from './line.ts'
import { NOTE_LANGUAGES } from './note-language.ts'

interface ChipsLineProps {
  axes: readonly Axis[]
  speakers: readonly Speaker[]
  /** Language of the note as it would be written now. */
  lang: string
  /** Puts a sigil at the caret, so that its list opens. */
  onAsk: (sigil: '@' | '#') => void
  /** Opens a list by hand. */
  onPick: (picker: Picker) => void
}

function LanguageChip({ lang }: { lang: string }) {
  const { t } = useTranslation('capture')
  const [language, words] = [useLanguage(), useListWords()]
  const channel = useCapture((state) => state.line.channel) ?? 'speech'
  const { lists } = useWorkspace()
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'language' })
  return (
    <Menu
      trigger={
        <button type="button" className="chip chip-button" aria-keyshortcuts="F7">
          <span>
            <IconLanguage size={14} aria-hidden />
            {lang.toUpperCase()}, {words('channel', channel)}
            <span className="visually-hidden">{t('chips.language', { lang: names.of(lang) ?? lang })}</span>
          </span>
        </button>
      }
      entries={[
        { id: 'languages', heading: t('chips.languages') },
        { id: 'guess', label: t('chips.guess'), onSelect: () => chooseLanguage(null) },
        ...NOTE_LANGUAGES.map((id) => ({ id, label: names.of(id) ?? id, onSelect: () => chooseLanguage(id) })),
        { id: 'channels', heading: t('chips.channels') },
        ...(lists['channels'] ?? []).map((id) => ({
          id,
          label: words('channel', id),
          onSelect: () => setLine({ channel: id }),
        })),
      ]}
    />
  )
}

function Themes() {
  const { t } = useTranslation('capture')
  const themes = useCapture((state) => state.line.themes)
  return themes.map(({ id, label, isNew }) => (
    <Chip
      key={id}
      set
      removeLabel={t('chips.removeTheme', { theme: label })}
      onRemove={() => changeLine((line) => removeTheme(line, id))}
    >
      #{label}
      {isNew && <small> {t('chips.newTheme')}</small>}
    </Chip>
  ))
}

/** Everything that will be written with the note: what is seen here is what is kept. */
export function ChipsLine({ axes, speakers, lang, onAsk, onPick }: ChipsLineProps) {
  const { t } = useTranslation('capture')
  const [language, words] = [useLanguage(), useListWords()]
  const { records } = useWorkspace()
  const line = useCapture((state) => state.line)
  const kind = kindOfLine(line)
  const at = axes.findIndex(({ id }) => id === line.axis)
  const speaker = speakers.find(({ id }) => id === line.speaker)
  const [name = t('dock.unidentified')] = speaker === undefined ? [] : wordsOf(records, speaker)
  const slot = speaker?.f.slot
  return (
    <fieldset className="chips-line">
      <legend className="visually-hidden">{t('chips.label')}</legend>
      <Chip
        set={speaker !== undefined}
        icon={<RegionMark region={speaker?.f.region} />}
        {...(slot === undefined ? {} : { keys: `Alt+Digit${slot}` })}
        onClick={() => onAsk('@')}
      >
        {name}
      </Chip>
      <Chip set={at !== -1} onClick={() => onPick('axis')}>
        {at === -1 ? t('chips.noAxis') : `${at + 1} ${shortLabel(axes[at], language)}`}
      </Chip>
      <Chip set={kind !== 'observation'} icon={<KindIcon kind={kind} />} keys="F9" onClick={() => onPick('kind')}>
        <span className="sentence">{words('noteKind', kind)}</span>
      </Chip>
      <Themes />
      <span className="grow" />
      <LanguageChip lang={lang} />
    </fieldset>
  )
}
