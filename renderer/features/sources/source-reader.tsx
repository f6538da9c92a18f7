import './sources.css'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#shared/model/record.ts'
import { nearestPart } from '#shared/programme/sources/on-the-clock.ts'
import type { Source } from '#shared/programme/sources/source.ts'
import { readStart, writeStart } from '#shared/programme/sources/times.ts'
import { clockTime } from '../../state/clock-time.ts'
import { edit } from '../../state/edits.ts'
import { useCanWrite } from '../../state/save.ts'
import { useLanguage } from '../../state/use-words.ts'
import { useRecords } from '../../state/use-workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSayFailure } from '../../app/use-say-failure.ts'
import { PartList } from './part-list.tsx'
import { PollTable } from './poll-table.tsx'
import { SourceFailure } from './source-failure.tsx'
import { SourceProblems } from './source-problems.tsx'
import { kindOf, type SourceRecord } from './source-records.ts'
import { useCountWords } from './source-words.ts'
import { useFinding } from './use-finding.ts'
import { useSource } from './use-source.ts'

/** The time of a note, on the clock of this computer, in milliseconds since midnight. */
const timeOfNote = (at: number): number => at - new Date(at).setHours(0, 0, 0, 0)

interface ReadingProps {
  source: Source
  record: SourceRecord
  /** The note at whose time reading begins. */
  note: Note | undefined
}

/** When the source began; what is typed counts once it is an hour. */
function Starts({ source, record }: Omit<ReadingProps, 'note'>) {
  const { t } = useTranslation('sources')
  const canWrite = useCanWrite()
  const sayFailure = useSayFailure()
  const kept = record.f.starts ?? (source.clock === null ? '' : writeStart(source.clock))
  const change = async (value: string) => {
    if (value !== '' && readStart(value) === null) return
    const set = { starts: value === '' ? null : value }
    const done = await edit({ type: 'record.save', kind: record.kind, record: record.id, set })
    if (!done.ok) sayFailure(done.failure)
  }
  return (
    <TextField
      type="time"
      label={t('starts.label')}
      hint={kept === '' ? t('starts.unknown') : undefined}
      value={kept}
      disabled={!canWrite}
      onChange={(value) => void change(value)}
    />
  )
}

/** Notes of the session to go to by their time. */
function AtNote({ record, onPick }: { record: SourceRecord; onPick: (at: number) => void }) {
  const { t } = useTranslation('sources')
  const language = useLanguage()
  const notes = useRecords('note')
    .filter(({ f }) => f.session === record.f.session && f.at !== undefined)
    .toSorted((a, b) => (a.f.at ?? 0) - (b.f.at ?? 0))
  return (
    <SelectField
      label={t('reader.atNote')}
      value={null}
      searchable
      disabled={notes.length === 0}
      placeholder={notes.length === 0 ? t('reader.noNoteTime') : ''}
      choices={notes.map(({ id, f }) => ({
        value: id,
        label: `${clockTime(f.at ?? 0, language)} ${(f.text ?? '').slice(0, 60)}`,
      }))}
      onChange={(id) => {
        const at = notes.find((note) => note.id === id)?.f.at
        if (at !== undefined) onPick(at)
      }}
    />
  )
}

function Finding({ finding, onStep }: { finding: ReturnType<typeof useFinding>; onStep: (step: 1 | -1) => void }) {
  const { t } = useTranslation('sources')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onStep(1)
  }
  const count = finding.found.size
  return (
    <search>
      <form className="source-find" onSubmit={submit}>
        <TextField
          type="search"
          label={t('reader.search')}
          icon={<IconSearch size={16} aria-hidden />}
          value={finding.words}
          onChange={finding.setWords}
        />
        <IconButton
          label={t('reader.previous')}
          icon={<IconChevronUp size={16} aria-hidden />}
          disabled={count === 0}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={t('reader.next')}
          icon={<IconChevronDown size={16} aria-hidden />}
          disabled={count === 0}
          onClick={() => onStep(1)}
        />
        <output>{finding.asked !== '' && (count === 0 ? t('reader.noneFound') : t('reader.found', { count }))}</output>
      </form>
    </search>
  )
}

function Reading({ source, record, note }: ReadingProps) {
  const { t } = useTranslation('sources')
  const { starts } = record.f
  const finding = useFinding(source.parts)
  const { asked } = finding
  const [place, setPlace] = useState(() => ({
    index: note?.f.at === undefined ? 0 : (nearestPart(source, starts, timeOfNote(note.f.at)) ?? 0),
    asked,
  }))
  // Words that are newly looked for lead to where they stand next; from there one goes where one likes.
  const isLed = asked !== '' && place.asked !== asked && !finding.found.has(place.index)
  const current = isLed ? (finding.next(place.index, 1) ?? place.index) : place.index
  const goTo = (index: number | null) => setPlace({ index: index ?? current, asked })
  const countOf = useCountWords()
  return (
    <div className="source-reader">
      <p className="quiet">
        {t(`layout.${source.layout}`)} · {countOf(source.kind, source.parts.length)}
      </p>
      {source.parts.some(({ at }) => at !== null) && (
        <div className="source-tools">
          <Starts source={source} record={record} />
          <AtNote record={record} onPick={(at) => goTo(nearestPart(source, starts, timeOfNote(at)))} />
        </div>
      )}
      <SourceProblems problems={source.problems} />
      {source.kind === 'poll' && <PollTable parts={source.parts} />}
      <Finding finding={finding} onStep={(way) => goTo(finding.next(current, way))} />
      <PartList source={source} starts={starts} current={current} onCurrent={goTo} found={finding.found} />
      <p className="quiet">{t('reader.copy')}</p>
    </div>
  )
}

export interface SourceReaderProps {
  record: SourceRecord
  note?: Note
  onClose: () => void
}

/** A source at the side: its times on the clock of the session, words to look for, the way from a note to its time. */
export function SourceReader({ record, note, onClose }: SourceReaderProps) {
  const { t } = useTranslation(['sources', 'common'])
  const { source, failure } = useSource(record.id)
  const canWrite = useCanWrite()
  const sayFailure = useSayFailure()
  const name = record.f.fileName ?? t(`kind.${kindOf(record)}`)
  const remove = async () => {
    const done = await edit({ type: 'record.remove', kind: record.kind, record: record.id })
    if (!done.ok) return sayFailure(done.failure)
    toast(t('reader.removed', { file: name }))
    return onClose()
  }
  return (
    <Drawer
      opened
      size="xl"
      title={`${t(`kind.${kindOf(record)}`)} – ${name}`}
      onClose={onClose}
      actions={
        <>
          <Button disabled={!canWrite} onClick={() => void remove()}>
            {t('reader.remove')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {failure !== null && <SourceFailure failure={failure} />}
      {failure === null && source === null && <output>{t('reader.loading')}</output>}
      {source !== null && <Reading source={source} record={record} note={note} />}
    </Drawer>
  )
}
