import type { JobStopped, PageContract } from '#shared/contract/contract.ts'
import type { Handlers, InputOf } from '#shared/contract/method.ts'
import type { MergeFailure, MergePreview } from '#shared/contract/replies.ts'
import { bundleFileName } from '#shared/exchange/bundle.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { composeChanges } from '#shared/model/change.ts'
import { planMerge, type MergePlan } from '#shared/merge/plan-merge.ts'
import type { Records } from '#shared/model/record.ts'
import type { EntryOf } from '../store/entry.ts'
import { doneJob } from '../jobs.ts'
import { codeOf } from '../disk/file-layer.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { importedFile, sortIncoming, type Incoming, type IncomingFile } from '../workspace/read-incoming.ts'
import { fileDigest, nextPlace } from '../workspace/register.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls =
  | 'bundle.open'
  | 'bundle.preview'
  | 'bundle.merge'
  | 'bundle.send'
  | 'import.list'
  | 'import.withdraw'
  | 'import.restore'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** Putting contributions together, taking them out again, and sending one's own. */
export function bundleHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  const read = (files: readonly string[], job: string) => readFiles(desk, jobs, files, job)
  return {
    'bundle.open': ({ file }) => openBundle(desk, jobs, file),
    'bundle.preview': async ({ files, job }) => {
      if (desk.open === null) return nothingOpen
      const incoming = await incomingTo(desk.open, await read(files, job))
      if (!incoming.ok) return incoming
      const { store, records } = desk.open
      const { plan } = planMerge(store.state.fold, records, incoming.value.operations, incoming.value.drops)
      return ok(previewOf(incoming.value, plan, records))
    },
    'bundle.merge': async ({ files, job, settle }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const incoming = await incomingTo(open, await read(files, job))
      if (!incoming.ok) return incoming
      if (incoming.value.operations.length === 0) return fail({ type: 'NothingToMerge' })
      const before = open.records
      const id = newId(desk.ports.randomBytes)
      const merged = await open.merge(incoming.value, ({ fresh }) =>
        importEntry(id, desk.ports.clock(), incoming.value, fresh),
      )
      if (!merged.ok) return merged
      let { edited } = merged.value
      for (const choice of settle) {
        const settled = await open.apply({ type: 'conflict.settle', ...choice })
        if (settled.ok) edited = { ...settled.value, change: composeChanges(edited.change, settled.value.change) }
      }
      desk.refreshSnapshot()
      return ok({ ...edited, preview: previewOf(incoming.value, merged.value.plan, before), import: id })
    },
    'bundle.send': (order) => sendBundle(desk, order),
    'import.list': async () =>
      desk.open === null ? nothingOpen : ok([...desk.open.store.state.imports].toSorted((a, b) => b.at - a.at)),
    'import.withdraw': async ({ import: id }) =>
      desk.open === null ? nothingOpen : desk.open.setImport(id, 'withdraw'),
    'import.restore': async ({ import: id }) => (desk.open === null ? nothingOpen : desk.open.setImport(id, 'restore')),
  }
}

async function readFiles(
  desk: Desk,
  jobs: RunningJobs,
  tokens: readonly string[],
  job: string,
): Promise<Result<readonly IncomingFile[], JobStopped>> {
  const paths = tokens.map((token) => desk.ports.files.path(token) ?? '')
  const read = await jobs.run(job, 'bundles.read', { paths })
  if (!read.ok) return read
  const names = paths.map(fileNameOf)
  return ok(read.value.map((bundle, index) => ({ token: tokens[index] ?? '', name: names[index] ?? '', bundle })))
}

/** The name of a file alone, whatever the system that its path comes from. */
export const fileNameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

async function incomingTo(
  open: OpenWorkspace,
  read: Result<readonly IncomingFile[], JobStopped>,
): Promise<Result<Incoming, JobStopped>> {
  if (!read.ok) return read
  const { consultation, state } = open.store
  return ok(sortIncoming(read.value, { consultation, records: open.records, state }))
}

function previewOf({ reports }: Incoming, { change, ...plan }: MergePlan, records: Records): MergePreview {
  const spoken = new Set(plan.conflicts.map(({ record }) => record))
  const context = [...spoken].flatMap((id) => {
    const record = change[id]?.[1] ?? records.get(id)
    return record === undefined || record === null ? [] : [record]
  })
  return { files: reports, plan, context }
}

/** What the journal keeps of contributions that were put in. */
export const importEntry = (
  id: string,
  at: number,
  { files, operations, drops }: Incoming,
  fresh: readonly Incoming['operations'][number][],
): EntryOf<'import'> => ({
  type: 'import',
  id,
  at,
  files: [...files],
  ids: operations.map((operation) => operation.id),
  operations: [...fresh],
  drops: [...drops],
})

/** Opens the consultation of a file: begun from the file when it is not on this computer, else as it stands here. */
async function openBundle(
  desk: Desk,
  jobs: RunningJobs,
  token: string,
): ReturnType<Handlers<PageContract>['bundle.open']> {
  const read = await readFiles(desk, jobs, [token], `open ${token}`)
  if (!read.ok) return read
  const file = read.value[0]
  if (file === undefined || !file.bundle.ok)
    return fail(file?.bundle.ok === false ? file.bundle.failure : { type: 'NotABundle' })
  const { manifest } = file.bundle.value
  if (manifest.kind === 'backup') return fail({ type: 'BackupOnlyRestores' } satisfies MergeFailure)
  const { operations, drops } = file.bundle.value
  const incoming = { reports: [], operations, drops, files: [importedFile(file.name, file.bundle.value)] }
  const entry = importEntry(newId(desk.ports.randomBytes), desk.ports.clock(), incoming, operations)
  return desk.take(manifest.consultation, { begin: () => [entry] })
}

async function sendBundle(
  desk: Desk,
  { kind, audience, to = '' }: InputOf<PageContract['bundle.send']>,
): ReturnType<Handlers<PageContract>['bundle.send']> {
  const open = desk.open
  if (open === null) return nothingOpen
  const { folder, consultation, state, place: journal } = open.store
  const place = nextPlace(state.sent, kind, audience, desk.ports.randomBytes)
  const order = { folder, consultation, upTo: journal.count, kind, audience, place }
  const made = await doneJob(desk.ports.runJob, 'bundle.make', order)
  if (!made.ok) return made
  const { bytes, manifest, digest, withheld } = made.value
  const at = desk.ports.clock()
  try {
    const name = bundleFileName(manifest, new Date(at).toISOString().slice(0, 10))
    const delivered = await desk.ports.delivery.save(name, bytes)
    if (delivered === null) return ok(null)
    const { stream, seq } = place
    const series = { kind, audience, stream, seq, manifest: digest }
    const { notes } = manifest.counts
    const file = { name: delivered.name, file: fileDigest(bytes), notes, to }
    const noted = await open.noteSent({ type: 'sent', at, ...series, ...file })
    return noted.ok ? ok({ name: delivered.name, notes, withheld }) : noted
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}
