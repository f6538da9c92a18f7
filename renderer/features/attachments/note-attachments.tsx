import type { Note } from '#shared/model/record.ts'
import { AttachButton } from './attach-button.tsx'
import { AttachmentDialog } from './attachment-dialog.tsx'
import { AttachmentStrip } from './attachment-strip.tsx'
import { useGivenFiles } from './use-given-files.ts'

/** What hangs on a note, and the way to add to it. */
export function NoteAttachments({ note }: { note: Note }) {
  return (
    <div className="note-part note-attachments" {...useGivenFiles(note.id)}>
      <AttachmentStrip note={note.id} />
      <AttachButton note={note.id} />
      <AttachmentDialog />
    </div>
  )
}
