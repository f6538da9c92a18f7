import { useRecords } from '../../state/use-workspace.ts'
import { SourceDialog } from './source-dialog.tsx'
import { useSourceRecord } from './source-records.ts'
import { SourceReader } from './source-reader.tsx'
import { closeSource, useOpenSource } from './sources-store.ts'

function Reader({ source, note }: { source: string; note: string | undefined }) {
  const record = useSourceRecord(source)
  const at = useRecords('note').find(({ id }) => id === note)
  return record && <SourceReader record={record} {...(at && { note: at })} onClose={closeSource} />
}

/** What is open about sources: the way in of a new one, or one that is read. */
export function SourceDialogs() {
  const { open } = useOpenSource()
  if (open === null) return null
  if (open.what === 'new')
    return <SourceDialog key={open.session} session={open.session} dropped={open.file} onClose={closeSource} />
  return <Reader key={open.source} source={open.source} note={open.note} />
}
