import { useTranslation } from 'react-i18next'
import { turnFrom } from '#shared/edit/turns.ts'
import type { Note } from '#shared/model/record.ts'
import { newId } from '../../state/new-id.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PeopleList } from './people-list.tsx'
import { RailItem } from './rail-item.tsx'
import { useSpeakers } from './use-programme.ts'
import { act, actAndSay } from './voice-acts.ts'

interface ReattributeDialogProps {
  note: Note
  /** Also the notes after it that the same voice said. */
  following: boolean
  onClose: () => void
}

/** Who it was: a digit, or a choice in the list, and it is done. */
export function ReattributeDialog({ note, following, onClose }: ReattributeDialogProps) {
  const { t } = useTranslation('voices')
  const { records } = useWorkspace()
  const session = note.f.session ?? ''
  const speakers = useSpeakers(session)
  const count = following ? turnFrom(records, note).length : 1
  const give = (speaker: string | null) => {
    onClose()
    void actAndSay({ type: 'notes.reattribute', note: note.id, speaker, following }, t('pick.done'), t('undo'))
  }
  const giveToSomeone = async () => {
    const speaker = newId()
    if (await act({ type: 'speaker.unidentified', speaker, person: newId(), session })) give(speaker)
  }
  const title = count > 1 ? t('pick.turn', { count }) : t('pick.one')
  return (
    <Dialog opened title={title} onClose={onClose}>
      <div className="stack">
        <p>{speakers.length === 0 ? t('pick.none') : t('pick.hint')}</p>
        <PeopleList label={title} speakers={speakers} onPick={give}>
          <li>
            <RailItem
              label={t('pick.unidentified')}
              first={speakers.length === 0}
              onClick={() => void giveToSomeone()}
            />
          </li>
          <li>
            <RailItem label={t('pick.nobody')} onClick={() => give(null)} />
          </li>
        </PeopleList>
      </div>
    </Dialog>
  )
}
