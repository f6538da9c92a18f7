import { IconAlertTriangle, IconBan, IconCircleCheck, IconFilePlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { contextOfFailure } from '#shared/contract/failure-context.ts'
import type { FileReport } from '#shared/contract/replies.ts'
import { isIncomplete, rangeWords, STREAM_SHOWN, type Ranges } from '#shared/merge/completeness.ts'
import { formatDay, formatList } from '#shared/i18n/format.ts'
import { useLanguage } from '../../state/use-words.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Table } from '../../ui/table.tsx'
import { chooseFiles, leaveOut } from './merge-acts.ts'
import { useFileWarnings } from './use-file-warnings.ts'
import { useRevivedWords } from './use-revived-words.ts'
import { showFile, useMerge } from './merge-store.ts'

const LOOKS = {
  whole: { tone: 'ok', icon: <IconCircleCheck size={16} aria-hidden /> },
  partly: { tone: 'warn', icon: <IconAlertTriangle size={16} aria-hidden /> },
  'already-here': { tone: 'ok', icon: <IconCircleCheck size={16} aria-hidden /> },
  refused: { tone: 'danger', icon: <IconBan size={16} aria-hidden /> },
} as const

/** Streams of a file that are told of one by one. */
const STREAMS_SHOWN = 3

/** Which writings of a file's computers are not there, and which of their numbers serve twice. */
function useStreamWords(): (file: FileReport) => readonly string[] {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  return ({ streams = [] }) => {
    const toTell = streams.filter(isIncomplete)
    const more = toTell.length - STREAMS_SHOWN
    const words = toTell.slice(0, STREAMS_SHOWN).flatMap((report) => {
      const stream = report.stream.slice(0, STREAM_SHOWN)
      const list = (ranges: Ranges) => formatList([...rangeWords(ranges)], language)
      const [received, missing] = [list(report.received), list(report.missing)]
      const numbers = formatList(report.twice.map(String), language)
      const gaps = report.missingCount > 0 ? t('files.streamMissing', { stream, received, missing }) : ''
      return [gaps, numbers === '' ? '' : t('files.streamTwice', { stream, numbers })].filter(Boolean)
    })
    return more > 0 ? [...words, t('files.moreStreams', { count: more })] : words
  }
}

/** What is said of a file: whether it takes part, why not, and which files of its series never came. */
function useStateWords(): (file: FileReport) => readonly string[] {
  const { t } = useTranslation(['merge', 'failure'])
  const language = useLanguage()
  const streamWords = useStreamWords()
  const warnings = useFileWarnings()
  const revivedWords = useRevivedWords()
  return (file) => {
    const { state, failure, seq, missing, setAside } = file
    if (failure !== null) {
      const values = { ...failure, context: contextOfFailure({ ...failure }) }
      const say = (part: 'what' | 'do') => t(`failure:${failure.type}.${part}` as 'failure:NotSaved.what', values)
      return [say('what'), say('do')]
    }
    const follows = state === 'whole' && seq !== null && seq > 1 && missing.length === 0
    const numbers = missing.map((number) => t('files.number', { number }))
    return [
      follows ? t('files.follows', { number: seq - 1 }) : t(`files.state.${state === 'refused' ? 'whole' : state}`),
      ...(setAside.length > 0 ? [t('files.setAside', { count: setAside.length })] : []),
      ...(missing.length > 0 ? [t('files.missing', { numbers: formatList(numbers, language) })] : []),
      ...streamWords(file),
      ...revivedWords(file),
      ...warnings(file),
    ]
  }
}

function FileState({ file }: { file: FileReport }) {
  const [first, ...others] = useStateWords()(file)
  const tone = file.missing.length > 0 ? 'warn' : LOOKS[file.state].tone
  return (
    <div className="merge-state" data-tone={tone}>
      {LOOKS[file.state].icon}
      <span>
        {first}
        {others.map((words) => (
          <small key={words}>{words}</small>
        ))}
      </span>
    </div>
  )
}

const DAY_IN_NAME = /\d{4}-\d{2}-\d{2}/

/** Sections and day as people say them, over the name that the file has on the disk; pressed, its counts alone are shown. */
function FileName({ token, name, seq, sections, state }: FileReport) {
  const { t } = useTranslation('merge')
  const language = useLanguage()
  const isShown = useMerge(({ file }) => file === token)
  const day = DAY_IN_NAME.exec(name)?.[0]
  const said = [formatList(sections, language), day === undefined ? '' : formatDay(day, language)].filter(Boolean)
  return (
    <button
      type="button"
      className="merge-file"
      aria-pressed={isShown}
      disabled={state === 'refused'}
      onClick={() => showFile(isShown ? null : token)}
    >
      {said.length > 0 && <bdi>{said.join(', ')}</bdi>}{' '}
      {seq !== null && <Badge>{t('files.number', { number: seq })}</Badge>}
      <small>
        <bdi>{name}</bdi>
      </small>
    </button>
  )
}

function LeaveOut({ token, name }: FileReport) {
  const { t } = useTranslation('merge')
  return (
    <IconButton
      label={t('files.leaveOut', { name })}
      icon={<IconX size={14} aria-hidden />}
      onClick={() => leaveOut(token)}
    />
  )
}

const fileName = (file: FileReport) => <FileName {...file} />
const fileState = (file: FileReport) => <FileState file={file} />
const leaveOutButton = (file: FileReport) => <LeaveOut {...file} />

/** The files that were dropped, each with what can be done with it. */
export function FilesTable({ files }: { files: readonly FileReport[] }) {
  const { t } = useTranslation('merge')
  const readable = files.filter(({ state }) => state !== 'refused').length
  return (
    <section aria-labelledby="merge-files">
      <div className="row merge-heading">
        <h2 id="merge-files">{t('files.title')}</h2>
        <small>
          <bdi>{t('files.readable', { count: readable, total: files.length })}</bdi>
        </small>
        <span className="grow" />
        <Button size="small" icon={<IconFilePlus size={16} aria-hidden />} onClick={() => void chooseFiles()}>
          {t('files.add')}
        </Button>
      </div>
      <div className="card merge-table">
        <Table<FileReport>
          caption={t('files.title')}
          rows={files}
          keyOf={({ token }) => token}
          columns={[
            { id: 'name', header: t('files.file'), names: true, cell: fileName },
            {
              id: 'notes',
              header: t('files.notes'),
              numeric: true,
              cell: ({ notes, state }) => (state === 'refused' ? '–' : notes),
            },
            { id: 'state', header: t('files.stateTitle'), cell: fileState },
            { id: 'out', header: <span className="visually-hidden">{t('files.out')}</span>, cell: leaveOutButton },
          ]}
        />
      </div>
    </section>
  )
}
