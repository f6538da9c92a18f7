import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftArea } from './draft-area.tsx'
import type { ReviewEntry } from './review-entry.ts'
import { useActs } from './use-acts.ts'

const PARTS = ['holder', 'due', 'condition'] as const

/** Enter takes what is typed and goes on to what is still to be said: who, when, on what condition. */
function goOn({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): void {
  if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return
  const fields = [...currentTarget.querySelectorAll('input')]
  const next = fields[fields.indexOf(target) + 1]
  if (next === undefined) target.blur()
  else next.focus()
}

/** Who commits, when and on what condition; each may be left for later. Nothing for a note that commits to nothing. */
export function NoteCommitment({ entry: { note } }: { entry: ReviewEntry }) {
  const { t } = useTranslation('review')
  const { change } = useActs()
  if (note.f.noteKind !== 'commitment') return null
  return (
    <div className="note-part note-fields note-commitment" role="presentation" onKeyDown={goOn}>
      {PARTS.map((part) => (
        <DraftArea
          key={part}
          line
          draftKey={`note ${note.id} ${part}`}
          label={t(`panel.${part}`)}
          value={note.f[part] ?? ''}
          onCommit={(value) => change([note.id], { set: { [part]: value.trim() || null } })}
        />
      ))}
    </div>
  )
}
