import { IconAlertTriangle, IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LOCALES } from '#shared/i18n/languages.ts'
import type { Speaker } from '#shared/model/record.ts'
import { normalise } from '#shared/search/normalise.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useSomeone } from '../../state/someone.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Chip } from '../../ui/chip.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useLanguage, useListWords } from '../../state/use-words.ts'
import { useMinute } from './use-minute.ts'
import { changeLine, chooseLanguage, type Picker, setLine, useCapture } from './capture-store.ts'
import { DoubtChip } from './doubt-chip.tsx'
import { shortLabel } from './labels.ts'
import { channelOfLine, isLongAgo, isUnquotable, kindOfLine, type Line, removeTheme } from './line.ts'
import { NoteChips } from './note-chips.tsx'
import { NOTE_LANGUAGES } from './note-language.ts'
import { RegionMark } from './region-mark.tsx'
import { saidOf, type SaidLine } from './said-line.ts'
import { SpeaksForChip } from './speaks-for-chip.tsx'
import type { ComposerLists } from './use-grammar.ts'

interface ChipsLineProps {
  lists: ComposerLists
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
  const channel = useCapture((state) => channelOfLine(state.line))
  const { lists } = useWorkspace()
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'language' })
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="chip chip-button"
          aria-keyshortcuts={`${KEYMAP.capture.language} ${KEYMAP.capture.channel}`}
        >
          <span>
            <IconLanguage size={14} aria-hidden />
            <span>
              {lang.toUpperCase()}
              <span className={channel === 'speech' ? 'visually-hidden' : undefined}>
                , {words('channel', channel)}
              </span>
            </span>
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

function Themes({ line: { themes, themeWords } }: { line: SaidLine }) {
  const { t } = useTranslation('capture')
  const known = new Set(themes.map(({ label }) => normalise(label)))
  return (
    <>
      {themes.map(({ id, label, isNew }) => (
        <Chip
          key={id}
          set
          removeLabel={t('chips.removeTheme', { theme: label })}
          onRemove={() => changeLine((line) => removeTheme(line, id))}
        >
          #{label}
          {isNew && <small> {t('chips.newTheme')}</small>}
        </Chip>
      ))}
      {[...new Set(themeWords)]
        .filter((words) => !known.has(normalise(words)))
        .map((words) => (
          <Chip key={words} set>
            #{words}
          </Chip>
        ))}
    </>
  )
}

/** Who speaks; a question after ten minutes without a note, that Enter and any press answer with yes. */
function SpeakerChip({ line, speakers, onAsk }: { line: Line; speakers: readonly Speaker[]; onAsk: () => void }) {
  const { t } = useTranslation('capture')
  const now = useMinute()
  const speaker = speakers.find(({ id }) => id === line.speaker)
  const [name] = useSomeone()(speaker)
  const slot = speaker?.f.slot
  const isAsked = isLongAgo(line, now) && speaker !== undefined
  return (
    <Chip
      set={speaker !== undefined && !isAsked}
      icon={<RegionMark region={speaker?.f.region} />}
      {...(slot === undefined ? {} : { keys: `Alt+Digit${slot}` })}
      onClick={isAsked ? () => setLine({ heardAt: Date.now() }) : onAsk}
    >
      {isAsked ? t('chips.still', { name }) : name}
    </Chip>
  )
}

/** Everything that will be written with the note: what is seen here is what is kept. */
export function ChipsLine({ lists, lang, onAsk, onPick }: ChipsLineProps) {
  const { t } = useTranslation('capture')
  const [language, words] = [useLanguage(), useListWords()]
  const line = saidOf(
    useCapture((state) => state.line),
    lists,
  )
  const { axes, speakers } = lists
  const kind = kindOfLine(line)
  const at = axes.findIndex(({ id }) => id === line.axis)
  return (
    <fieldset className="chips-line">
      <legend className="visually-hidden">{t('chips.label')}</legend>
      <SpeakerChip line={line} speakers={speakers} onAsk={() => onAsk('@')} />
      <DoubtChip />
      <SpeaksForChip line={line} speakers={speakers} />
      <Chip set={at !== -1} onClick={() => onPick('axis')}>
        {at === -1 ? t('chips.noAxis') : `${at + 1} ${shortLabel(axes[at], language)}`}
      </Chip>
      <Chip
        set={kind !== 'observation'}
        icon={<KindIcon kind={kind} />}
        keys={KEYMAP.capture.kind}
        onClick={() => onPick('kind')}
      >
        <span className="sentence">{words('noteKind', kind)}</span>
      </Chip>
      <Themes line={line} />
      <NoteChips line={line} />
      <span className="grow" />
      <LanguageChip lang={lang} />
      {isUnquotable(line) && (
        <span className="chips-refusal warn">
          <IconAlertTriangle size={14} aria-hidden />
          {t('chips.unquotable', { channel: words('channel', channelOfLine(line)) })}
        </span>
      )}
    </fieldset>
  )
}
