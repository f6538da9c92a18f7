import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Session } from '#shared/model/record.ts'
import type { Doubt, DoubtfulNote } from '#shared/process/doubts.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { digitOf, useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/button.tsx'
import { SpeakerForm } from '../records/speaker-form.tsx'
import { chooseThemesOf } from '../review/review-store.ts'
import { LineIcon } from './line-icon.tsx'
import { confirmable } from './settle.ts'
import { ProposedPeople, ProposedThemes } from './proposed.tsx'
import { useSettling } from './use-settling.ts'

interface DoubtListProps {
  session: Session
  reading: DoubtfulNote
  /** Where the keys answer. */
  within: RefObject<HTMLElement | null>
  onStep: (by: 1 | -1) => void
}

/** The field of a commitment that is not said yet. */
function goToCommitment(within: HTMLElement | null): void {
  const fields = [...(within?.querySelectorAll<HTMLInputElement>('.note-commitment input') ?? [])]
  ;(fields.find(({ value }) => value.trim() === '') ?? fields[0])?.focus()
}

function useReading({ session, reading, within, onStep }: DoubtListProps) {
  const [naming, name] = useState<string | null>(null)
  const settling = useSettling(session, reading)
  const { confirm, approve, give, tag, describe, dock, themes, unnamed } = settling
  const first = confirmable(reading.doubts)
  const acts = {
    confirm: () => confirm(first),
    approve,
    describe,
    name: () => unnamed !== undefined && name(unnamed.id),
    themes: () => chooseThemesOf([reading.note.id]),
    commitment: () => goToCommitment(within.current),
  }
  useKeys(
    'closing',
    {
      ...acts,
      next: () => onStep(1),
      previous: () => onStep(-1),
      speaker: (event) => give(dock.find(({ f }) => f.slot === digitOf(event))),
      theme: (event) => tag(themes[digitOf(event) - 1]?.id),
      edit: () => within.current?.querySelector('textarea')?.focus(),
    },
    within,
  )
  return { settling, acts, first, naming, onNamed: () => name(null) }
}

/** Keys that settle each doubt, beside those that say who or which theme. */
const KEYS_OF = {
  doubtful: ['confirm'],
  unquotable: ['confirm'],
  figure: ['confirm'],
  quote: ['confirm', 'approve'],
  speaker: [],
  unnamed: ['name'],
  position: [],
  commitment: ['commitment'],
  picture: ['describe'],
  theme: ['themes'],
} as const satisfies Readonly<Record<Doubt, readonly (keyof typeof KEYMAP.closing)[]>>

/** What is doubtful about the note that is read, in words, each with the few keys that settle it. */
export function DoubtList(props: DoubtListProps) {
  const { t } = useTranslation('closing')
  const { session, reading } = props
  const { settling, acts, first, naming, onNamed } = useReading(props)
  return (
    <>
      {reading.doubts.length === 0 && <p className="quiet">{t('reading.nothing')}</p>}
      <ul className="closing-doubts">
        {reading.doubts.map((doubt) => (
          <li key={doubt}>
            <LineIcon id={doubt} />
            <span>
              <bdi>{t(`doubt.${doubt}`)}</bdi>
            </span>
            {KEYS_OF[doubt].map((act) => (
              <Button
                key={act}
                size="small"
                // One key settles the gravest: the others have it once they are.
                {...((act !== 'confirm' || doubt === first) && { keys: KEYMAP.closing[act] })}
                onClick={act === 'confirm' ? () => settling.confirm(doubt) : acts[act]}
              >
                {t(act === 'confirm' ? `confirm.${doubt as 'figure'}` : `act.${act}`)}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      <ProposedPeople people={settling.dock} onGive={settling.give} />
      <ProposedThemes themes={settling.themes} onTag={settling.tag} />
      {naming !== null && <SpeakerForm session={session} speaker={naming} onClose={onNamed} />}
    </>
  )
}
