import type { NotMerged, PageContract } from '#shared/contract/contract.ts'
import type { Handlers, InputOf } from '#shared/contract/method.ts'
import type { FileReport, MergeDone, MergeFailure } from '#shared/contract/replies.ts'
import { goodFiles } from '#shared/exchange/bundle-files.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { composeChanges } from '#shared/model/change.ts'
import type { MergeOrder, PlannedMerge, ToPutIn } from '../merge/plan-incoming.ts'
import type { GivenFile } from '../merge/read-files.ts'
import { settlingCommands } from '../merge/settling-commands.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { importEntry, withoutDropped } from '../workspace/put-in.ts'
import { importedFile } from '../workspace/read-incoming.ts'
import { storePlace } from '../store/store-place.ts'
import type { RunningJobs } from './running-jobs.ts'

type Calls = 'bundle.open' | 'bundle.preview' | 'bundle.merge' | 'import.list' | 'import.withdraw' | 'import.restore'

const nothingOpen = fail({ type: 'NothingOpen' } as const)

type Given = Pick<InputOf<PageContract['bundle.merge']>, 'files' | 'passphrases' | 'know'>

/** Putting contributions together, taking them out again, and sending one's own. */
export function bundleHandlers(desk: Desk, jobs: RunningJobs): Pick<Handlers<PageContract>, Calls> {
  return {
    'bundle.open': (order) => openBundle(desk, jobs, order),
    'bundle.preview': async ({ job, ...given }) => {
      if (desk.open === null) return nothingOpen
      const { count } = desk.open.store.place
      const planned = await jobs.run(job, 'merge.plan', mergeOrder(desk, desk.open, given, count, 'preview'))
      if (!planned.ok) return planned
      return planned.value.ok ? ok(planned.value.value.preview) : planned.value
    },
    'bundle.merge': async ({ files, passphrases, know = [], job, ...settling }) => {
      const open = desk.open
      if (open === null) return nothingOpen
      const given = { files, passphrases, know }
      // The worker puts attached files into the store before the import names them.
      const merged = await open.store.files.undisturbed(() =>
        open.merge((upTo) => toMerge(jobs, job, mergeOrder(desk, open, given, upTo, 'merge'))),
      )
      if (!merged.ok) return merged
      let { edited } = merged.value
      let unsettled: MergeDone['unsettled'] = null
      for (const command of settlingCommands(settling)) {
        const settled = await open.apply(command)
        if (settled.ok) edited = { ...settled.value, change: composeChanges(edited.change, settled.value.change) }
        else unsettled ??= settled.failure
      }
      await keepSenders(desk, open, know, merged.value.planned.preview.files)
      desk.refreshSnapshot()
      return ok({ ...edited, preview: merged.value.planned.preview, import: merged.value.import, unsettled })
    },
    'import.list': async () =>
      desk.open === null ? nothingOpen : ok([...desk.open.store.state.imports].toSorted((a, b) => b.at - a.at)),
    'import.withdraw': async ({ import: id }) =>
      desk.open === null ? nothingOpen : desk.open.setImport(id, 'withdraw'),
    'import.restore': async ({ import: id }) => (desk.open === null ? nothingOpen : desk.open.setImport(id, 'restore')),
  }
}

function mergeOrder(
  desk: Desk,
  { store: { folder, copies, consultation, state } }: OpenWorkspace,
  { files: tokens, passphrases = {}, know = [] }: Given,
  upTo: number,
  want: MergeOrder['want'],
): MergeOrder {
  const files = tokens.map((token) => ({ ...givenFile(desk, token), passphrase: passphrases[token] }))
  const { imports, trust } = state
  const vouched = know.map(({ file }) => file)
  return { folder, copies, consultation, upTo, imports, trust, vouched, files, want }
}

/** The senders that a person said to know, remembered; that the disk refuses undoes nothing of what was put in. */
async function keepSenders(
  { ports }: Desk,
  open: OpenWorkspace,
  know: NonNullable<Given['know']>,
  files: readonly FileReport[],
): Promise<void> {
  for (const { file, name } of know) {
    const key = files.find(({ token }) => token === file)?.sender?.key
    if (typeof key === 'string') await open.note({ type: 'sender', at: ports.clock(), fingerprint: key, name })
  }
}

export function givenFile({ ports }: Desk, token: string): GivenFile {
  const path = ports.files.path(token) ?? ''
  return { token, name: ports.files.name(token) ?? fileNameOf(path), path }
}

/** What is to be put in; a failure when that is nothing. */
async function toMerge(
  jobs: RunningJobs,
  job: string,
  order: MergeOrder,
): Promise<Result<PlannedMerge & { readonly toPutIn: ToPutIn }, NotMerged>> {
  const planned = await jobs.run(job, 'merge.plan', order)
  if (!planned.ok) return planned
  if (!planned.value.ok) return planned.value
  const { preview, toPutIn } = planned.value.value
  return toPutIn === null || toPutIn.ids.length === 0 ? fail({ type: 'NothingToMerge' }) : ok({ preview, toPutIn })
}

/** The name of a file alone, whatever the system that its path comes from. */
export const fileNameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Opens the consultation of a file: begun from the file when it is not on this computer, else as it stands here. */
async function openBundle(
  desk: Desk,
  jobs: RunningJobs,
  { file: token, passphrase }: InputOf<PageContract['bundle.open']>,
): ReturnType<Handlers<PageContract>['bundle.open']> {
  const { name, path } = givenFile(desk, token)
  const unlock = { identities: [], passphrase: passphrase ?? null }
  const read = await jobs.run(`open ${token}`, 'bundles.read', { paths: [path], unlock })
  if (!read.ok) return read
  const bundle = read.value[0] ?? fail({ type: 'NotABundle' } as const)
  if (!bundle.ok) return bundle
  const { manifest, operations, drops } = bundle.value
  if (manifest.kind === 'backup') return fail({ type: 'BackupOnlyRestores' } satisfies MergeFailure)
  const ids = operations.map(({ id }) => id)
  const files = [importedFile(name, bundle.value)]
  const toPutIn = { files, ids, aside: [], ...withoutDropped(operations, drops) }
  const entry = importEntry(newId(desk.ports.randomBytes), desk.ports.clock(), toPutIn)
  const held = goodFiles(bundle.value.files)
  if (held.length > 0) {
    const into = storePlace(desk.ports.dataFolder, manifest.consultation)
    const taken = await jobs.run(`open ${token}`, 'files.take', { ...into, path, operations, unlock })
    if (!taken.ok) return taken
    if (taken.value !== null) return fail({ type: 'NotSaved', code: taken.value })
  }
  return desk.take(manifest.consultation, { begin: () => [entry] })
}
