import { useTranslation } from 'react-i18next'
import { labelOf } from '#shared/model/label.ts'
import type { Speaker, Theme } from '#shared/model/record.ts'
import { useSomeone } from '../../state/someone.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Chip } from '../../ui/chip.tsx'

interface ProposedPeopleProps {
  people: readonly Speaker[]
  onGive: (speaker: Speaker) => void
}

/** Who may have said it, each with the key that gives them the note. */
export function ProposedPeople({ people, onGive }: ProposedPeopleProps) {
  const { t } = useTranslation('closing')
  const someone = useSomeone()
  if (people.length === 0) return null
  return (
    <fieldset className="closing-proposed">
      <legend className="quiet">
        <bdi>{t('proposed.people')}</bdi>
      </legend>
      {people.map((speaker) => (
        <Chip key={speaker.id} keys={`Alt+Digit${speaker.f.slot ?? ''}`} onClick={() => onGive(speaker)}>
          {someone(speaker, speaker.f.session)[0]}
        </Chip>
      ))}
    </fieldset>
  )
}

interface ProposedThemesProps {
  themes: readonly Theme[]
  onTag: (theme: string) => void
}

/** What it may be about, each with the digit that says so. */
export function ProposedThemes({ themes, onTag }: ProposedThemesProps) {
  const { t } = useTranslation('closing')
  const language = useLanguage()
  if (themes.length === 0) return null
  return (
    <fieldset className="closing-proposed">
      <legend className="quiet">
        <bdi>{t('proposed.themes')}</bdi>
      </legend>
      {themes.map((theme, index) => (
        <Chip key={theme.id} keys={`Digit${index + 1}`} onClick={() => onTag(theme.id)}>
          {labelOf(theme, language)}
        </Chip>
      ))}
    </fieldset>
  )
}
