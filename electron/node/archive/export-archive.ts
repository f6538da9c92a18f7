import { access } from 'node:fs/promises'
import type {
  ArchiveContract,
  ArchiveExported,
  ArchiveFailure,
  NotExported,
} from '#shared/contract/archive-contract.ts'
import type { InputOf } from '#shared/contract/method.ts'
import { strengthOf } from '#shared/exchange/passphrase.ts'
import { WHOLE, type Scope } from '#shared/exchange/scope.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import type { Records } from '#shared/model/record.ts'
import { makeSearchedBundle, type HandedOrder } from '../exchange/make-bundle-of-store.ts'
import { digest, randomBytes } from '../machine.ts'
import type { RunJob } from '../ports.ts'
import { writeFileAt } from './archive.ts'
import { filesOfArchives } from './archive-files.ts'
import { openApart } from './open-apart.ts'
import { isNamed, nameOf } from './report-subject.ts'
import { passphraseIn } from './store-backup.ts'
import { unlockOf } from './unlock-files.ts'

type Asked = InputOf<ArchiveContract['archive.export']>

/** Writes what an audience may have of a file, or of a part of it, as a new file: one of that name is never replaced. */
export async function exportArchive(asked: Asked, runJob: RunJob): Promise<Result<ArchiveExported, NotExported>> {
  const { file, out, audience } = asked
  const unlock = await unlockOf(asked)
  if (!unlock.ok) return unlock
  const archive = await openApart(file, runJob, unlock.value)
  if (!archive.ok) return archive
  const { bundle, fold, records } = archive.value
  const { consultation } = bundle.manifest
  const scope = scopeIn(records, asked)
  if (!scope.ok) return scope
  const lock = await lockOf(records.get(consultation)?.f['recipient'], asked)
  if (!lock.ok) return lock
  if (await isThere(out)) return fail({ type: 'FileNotWritten', code: 'EEXIST', file: out })
  const isCircle = audience === 'circle'
  const order: HandedOrder = {
    kind: isCircle ? 'complete' : 'projection',
    audience: isCircle ? 'section' : audience,
    consultation,
    place: { stream: newId(randomBytes), seq: 1, prev: null },
    scope: scope.value,
    files: filesOfArchives([archive.value], unlock.value),
    ...lock.value,
  }
  const made = await makeSearchedBundle(bundle.operations, fold, order, digest)
  if (!made.ok) return made
  const { bytes, manifest, withheld, outside, cited } = made.value
  const counts = { notes: manifest.counts.notes, withheld, outside, cited: cited.length }
  return writeFileAt(out, bytes, { file: out, ...counts, locked: lock.value.lock !== undefined })
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const PARTS = { sessions: 'session', regions: 'region', axes: 'axis' } as const

/** The sessions, sections and axes that were asked for by any of their names. */
function scopeIn(records: Records, { syntheses, ...asked }: Asked): Result<Scope, NotExported> {
  const scope: { -readonly [Part in keyof Scope]: Scope[Part] } = { ...WHOLE, syntheses }
  for (const [part, kind] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
    const candidates = [...records.values()].filter((record) => record.kind === kind)
    const found = (asked[part] ?? []).map((name) => ({ name, record: candidates.find((one) => isNamed(one, name)) }))
    const unknown = found.find(({ record }) => record === undefined)
    if (unknown !== undefined) return fail({ type: 'PlaceUnknown', name: unknown.name, known: candidates.map(nameOf) })
    scope[part] = found.flatMap(({ record }) => record?.id ?? [])
  }
  return ok(scope)
}

async function lockOf(
  recipient: unknown,
  { encrypt, encryptWith }: Asked,
): Promise<Result<Pick<HandedOrder, 'lock'>, NotExported | ArchiveFailure>> {
  if (encryptWith !== undefined) {
    const passphrase = await passphraseIn(encryptWith)
    if (!passphrase.ok) return passphrase
    const given = passphrase.value ?? ''
    return strengthOf(given) === 'weak' ? fail({ type: 'PassphraseWeak' }) : ok({ lock: { passphrase: given } })
  }
  if (!encrypt) return ok({})
  return typeof recipient === 'string' ? ok({ lock: { recipient } }) : fail({ type: 'NoRecipient' })
}
