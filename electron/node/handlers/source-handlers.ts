import { basename } from 'node:path'
import type { sourceCalls, SourceFailureReply, SourcePreview } from '#shared/contract/source-calls.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { derivedId } from '#shared/kit/id.ts'
import { fail, ok } from '#shared/kit/result.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { spanOf } from '#shared/programme/sources/on-the-clock.ts'
import type { Source, SourceFailure, SourcePart } from '#shared/programme/sources/source.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { SourceOrder, SourceOutcome } from '../import/sources/source-job.ts'
import { doneJob } from '../jobs.ts'
import { digestOfFile } from '../store/files.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'

const SAMPLE = 5
const SAMPLE_LETTERS = 300
const FILE_FAILURES: ReadonlySet<string> = new Set<FileFailure['type']>([
  'FileUnreadable',
  'NotAFile',
  'TooSlow',
  'NoMemory',
])

/** Sources of a session: looked at, kept as they are, read again. */
export function sourceHandlers(desk: Desk): Handlers<typeof sourceCalls> {
  const readSource = (file: SourceOrder['file']) => doneJob(desk.ports.runJob, 'sources.read', { file })
  const given = (token: string) => ({ path: desk.ports.files.path(token) ?? '' })
  return {
    'source.preview': async ({ file }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const read = await readSource(given(file))
      return read.ok ? ok(previewOf(read.value.source)) : fail(replyOf(read.failure, basename(given(file).path)))
    },
    'source.add': async ({ file, session, starts }) => {
      const open = desk.open
      if (open === null) return fail({ type: 'NothingOpen' })
      if (open.records.get(session)?.kind !== 'session') return fail({ type: 'RecordNotFound', record: session })
      const { path } = given(file)
      const read = await readSource({ path })
      return read.ok
        ? addSource(open, desk, { session, starts, name: basename(path), ...read.value })
        : fail(replyOf(read.failure, basename(path)))
    },
    'source.read': async ({ source }) => {
      if (desk.open === null) return fail({ type: 'NothingOpen' })
      const record = desk.open.records.get(source)
      if (record === undefined || !isSource(record)) return fail({ type: 'RecordNotFound', record: source })
      const bytes = await desk.open.store.files.read(String(record.f['digest'] ?? ''))
      if (!bytes.ok) return fail({ type: bytes.failure.type === 'FileNotHere' ? 'SourceNotHere' : 'SourceDamaged' })
      const read = await readSource({ bytes: bytes.value })
      return read.ok ? ok(read.value.source) : fail(replyOf(read.failure, String(record.f['fileName'] ?? '')))
    },
  }
}

const isSource = ({ kind }: AnyRecord): boolean => kind === 'transcript' || kind === 'poll'

interface ToAdd extends SourceOutcome {
  readonly session: string
  readonly starts: string | null
  readonly name: string
}

/** The same file in the same session is one record, however often it is added. */
async function addSource(open: OpenWorkspace, { ports }: Desk, { session, starts, name, source, bytes }: ToAdd) {
  const digest = digestOfFile(bytes)
  const record = derivedId(ports.digest, 'source', session, digest)
  if (open.records.has(record))
    return ok({ change: {}, history: open.history, savedAt: open.savedAt, source: record, isNew: false })
  const set = { session, digest, fileName: name, starts, deleted: null }
  const kind = source.kind === 'poll' ? 'poll' : 'transcript'
  try {
    const edited = await open.store.files.keep([bytes], () =>
      open.apply({
        type: 'record.save',
        kind,
        record,
        set: kind === 'poll' ? set : { ...set, sourceKind: source.kind },
      }),
    )
    if (edited.ok) return ok({ ...edited.value, source: record, isNew: true })
    return edited.failure.type === 'NotSaved' ? fail(edited.failure) : fail({ type: 'RecordNotFound' as const, record })
  } catch (error) {
    return fail({ type: 'NotSaved' as const, code: codeOf(error) })
  }
}

const previewOf = ({ parts, ...source }: Source): SourcePreview => ({
  ...source,
  parts: parts.length,
  people: new Set(parts.flatMap(({ who }) => (who === '' ? [] : [who]))).size,
  span: spanOf(parts),
  sample: parts.slice(0, SAMPLE).map(shortened),
})

/** A cut in the middle of a letter that takes two places would leave half of it. */
const shortened = (part: SourcePart): SourcePart => ({
  ...part,
  text: part.text.slice(0, SAMPLE_LETTERS).replace(/[\ud800-\udbff]$/, ''),
})

const isOfFile = (failure: SourceFailure | FileFailure): failure is FileFailure => FILE_FAILURES.has(failure.type)

/** What of a file cannot be read, for the words of the catalogue `sources`. */
function replyOf(failure: SourceFailure | FileFailure, file: string): SourceFailureReply {
  if (isOfFile(failure)) return failure
  const { type, ...about } = failure
  return { type: 'SourceUnreadable', reason: type, file, about }
}
