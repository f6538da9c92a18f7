import type { BackupMade, backupCalls } from '#shared/contract/backup-calls.ts'
import type { Handlers } from '#shared/contract/method.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { fail, ok } from '#shared/kit/result.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { codeOf } from '../disk/file-layer.ts'
import { doneJob, type JobName, type Jobs } from '../jobs.ts'
import { toPutIn, type ToPutIn } from '../merge/plan-incoming.ts'
import type { Desk } from '../workspace/desk.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { importedFile } from '../workspace/read-incoming.ts'
import { fileDigest, nextPlace, registerOf } from '../workspace/register.ts'
import { fileNameOf } from './bundle-handlers.ts'

type Calls = Handlers<typeof backupCalls>

const nothingOpen = fail({ type: 'NothingOpen' } as const)

/** A copy of everything, what it gives back, and what has left. */
export function backupHandlers(desk: Desk): Calls {
  const { ports } = desk
  const fileOf = ({ file, passphrase }: { file: string; passphrase?: string | undefined }) => ({
    path: ports.files.path(file) ?? '',
    passphrase: passphrase ?? null,
    dataFolder: ports.dataFolder,
  })
  return {
    'backup.make': async (order) => (desk.open === null ? nothingOpen : makeBackup(desk, desk.open, order)),
    'backup.inspect': (order) => doJob(desk, 'backup.inspect', fileOf(order)),
    'backup.restore': async (order) => {
      const restored = await doJob(desk, 'backup.restore', fileOf(order))
      return restored.ok ? desk.take(restored.value.consultation) : restored
    },
    'backup.merge': async (order) => {
      const read = await doJob(desk, 'backup.read', fileOf(order))
      if (!read.ok) return read
      const { manifest, operations, drops } = read.value
      const taken = await desk.take(manifest.consultation)
      const open = desk.open
      if (!taken.ok || open === null) return taken
      const name = fileNameOf(fileOf(order).path)
      const files = [importedFile(name, { manifest, operations, drops, setAside: [] })]
      const merged = await open.store.files.undisturbed(async () => {
        const { folder, copies, consultation } = open.store
        const { path, passphrase } = fileOf(order)
        const code = await doJob(desk, 'files.takeOwn', { folder, copies, consultation, path, passphrase })
        if (code !== null) return fail({ type: 'NotSaved' as const, code })
        return open.merge<{ readonly toPutIn: ToPutIn }, never>(async () => {
          const plan = planMerge(open.store.state.fold, open.records, operations, drops)
          return ok({ toPutIn: toPutIn({ files, operations }, plan) })
        })
      })
      desk.refreshSnapshot()
      return merged.ok ? desk.read() : merged
    },
    'register.list': async () => (desk.open === null ? nothingOpen : ok(registerOf(desk.open.store.state.sent))),
  }
}

async function makeBackup(
  desk: Desk,
  open: OpenWorkspace,
  { passphrase, unsaved = [], to = '' }: Parameters<Calls['backup.make']>[0],
): ReturnType<Calls['backup.make']> {
  if (passphrase !== undefined && strengthOf(passphrase) === 'weak') return fail({ type: 'PassphraseWeak' })
  const { ports } = desk
  const { folder, copies, consultation, state, place: journal } = open.store
  const [at, place] = [ports.clock(), nextPlace(state.sent, 'backup', null, ports.randomBytes)]
  const { entries, leftOut } = open.unsavedEntries(unsaved)
  const store = { folder, copies, consultation, upTo: journal.count }
  const order = { ...store, place, at, passphrase: passphrase ?? null, unsaved: entries }
  const made = await doJob(desk, 'backup.make', order)
  if (!made.ok) return made
  const { bytes, manifest, digest, encrypted, damages } = made.value
  try {
    // Nothing of the consultation in a name that anyone may see.
    const delivered = await ports.delivery.save(`sauvegarde-${dayOf(at)}-v${place.seq}.rapx`, bytes)
    if (delivered === null) return ok(null)
    const { notes } = manifest.counts
    const series = { kind: 'backup', audience: null, stream: place.stream, seq: place.seq, manifest: digest }
    const file = { name: delivered.name, file: fileDigest(bytes), notes, to }
    const noted = await open.note({ type: 'sent', at, ...series, ...file })
    return ok({ name: delivered.name, notes, encrypted, leftOut, damages, registered: noted.ok } satisfies BackupMade)
  } catch (error) {
    return fail({ type: 'NotSaved', code: codeOf(error) })
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const doJob = <N extends JobName>(desk: Desk, name: N, input: Jobs[N]['input']): Promise<Jobs[N]['output']> =>
  doneJob(desk.ports.runJob, name, input)
