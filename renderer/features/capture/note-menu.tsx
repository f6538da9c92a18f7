import { Menu as MantineMenu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { speakerToken, turnFrom } from '#shared/edit/turns.ts'
import { levelOfNote } from '#shared/privacy/levels.ts'
import type { Session } from '#shared/model/record.ts'
import { KEYMAP } from '../../app/keymap.ts'
import { useWorkspace } from '../../state/use-workspace.ts'
import { useKeyNames } from '../../ui/kbd.tsx'
import { type MenuEntry, MenuEntries } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { OFF_THE_RECORD } from './session-part.ts'
import { useSessionNotes } from './use-programme.ts'
import { act, actAndSay, markDoubtful } from './voice-acts.ts'
import { askVoices, type VoiceAsked } from './voice-asked.ts'

interface NoteMenuProps {
  session: Session
  asked: Extract<VoiceAsked, { type: 'menu' }>
  onEdit: (note: string) => void
  onClose: () => void
}

/** What can be done with a note of the feed, each with its key. */
function useEntries({ session, asked: { note }, onEdit }: NoteMenuProps): readonly MenuEntry[] {
  const { t } = useTranslation('voices')
  const { records } = useWorkspace()
  const names = useKeyNames()
  const notes = useSessionNotes(session.id)
  const before = notes[notes.findIndex(({ id }) => id === note.id) - 1]
  const following = turnFrom(records, note).length - 1
  const isJoinable = before !== undefined && speakerToken(records, before) === speakerToken(records, note)
  const remove = () => actAndSay({ type: 'notes.remove', notes: [note.id] }, t('row.removed'), t('undo'))
  const split = () => {
    onEdit(note.id)
    toast(t('row.splitHow', { keys: names(KEYMAP.capture.split) }))
  }
  return [
    { id: 'correct', label: t('row.correct'), keys: KEYMAP.capture.edit, onSelect: () => onEdit(note.id) },
    { id: 'speaker', divider: true },
    {
      id: 'one',
      label: t('row.reattribute'),
      onSelect: () => askVoices({ type: 'reattribute', note, following: false }),
    },
    ...(following > 0
      ? [
          {
            id: 'following',
            label: t('row.following', { count: following }),
            keys: KEYMAP.capture.reattribute,
            onSelect: () => askVoices({ type: 'reattribute', note, following: true }),
          },
        ]
      : []),
    {
      id: 'doubtful',
      label: note.f.doubtful ? t('doubtful.settle') : t('doubtful.set'),
      keys: KEYMAP.capture.doubtful,
      onSelect: () => void markDoubtful(note.id, note.f.doubtful !== true),
    },
    { id: 'rule', divider: true },
    {
      id: 'part',
      label: t('row.rule'),
      disabled: levelOfNote(records, note) === OFF_THE_RECORD,
      onSelect: () => askVoices({ type: 'rule', note }),
    },
    { id: 'cut', divider: true },
    { id: 'split', label: t('row.split'), keys: KEYMAP.capture.split, onSelect: split },
    {
      id: 'join',
      label: t('row.join'),
      keys: KEYMAP.capture.join,
      disabled: !isJoinable,
      onSelect: () => before && void act({ type: 'notes.join', into: before.id, from: note.id }),
    },
    { id: 'gone', divider: true },
    { id: 'remove', label: t('row.remove'), danger: true, onSelect: () => void remove() },
  ]
}

/** The menu of one note, where it was asked for. */
export function NoteMenu(props: NoteMenuProps) {
  const { asked, onClose } = props
  const entries = useEntries(props)
  return (
    <MantineMenu opened onClose={onClose} position="bottom-start" trapFocus>
      <MantineMenu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className="note-menu-place"
          style={{ insetBlockStart: asked.y, left: asked.x }}
        />
      </MantineMenu.Target>
      <MantineMenu.Dropdown>
        <MenuEntries entries={entries} />
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
