import { readdirSync, statfsSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import type { ReadOnly } from '#shared/contract/opening.ts'

type Refused = Extract<ReadOnly, { readonly type: 'SyncedFolder' | 'NetworkFolder' }>

/** Names that the services give to the folder they watch, at the beginning of a part of a path. */
const SERVICES: readonly (readonly [string, RegExp])[] = [
  ['OneDrive', /^OneDrive( ?-|$)/i],
  ['Dropbox', /^Dropbox( \(|$)/i],
  ['Google Drive', /^(Google ?Drive|GoogleDrive-|My Drive$)/i],
  ['iCloud Drive', /^(iCloudDrive|iCloud Drive|com~apple~CloudDocs|Mobile Documents)$/i],
  ['Nextcloud', /^(Nextcloud|ownCloud)$/i],
  ['Box', /^Box( Sync)?$/],
  ['kDrive', /^kDrive$/i],
]
/** Variables that OneDrive sets, each with the folder it watches. */
const ONEDRIVE = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']
/** What a service puts at the top of the folder it watches, and nowhere else: `~/.dropbox` is no such thing. */
const TRACES: Readonly<Record<string, string>> = {
  '.dropbox.cache': 'Dropbox',
  '.stfolder': 'Syncthing',
  '.owncloudsync.log': 'Nextcloud',
  '.tmp.drivedownload': 'Google Drive',
}
/** Kinds of file system of Linux, as `statfs` gives them: NFS, SMB, CIFS, AFS, 9P, Ceph. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400,
])

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly namesIn: (folder: string) => readonly string[]
  /** The kind of file system, null when it is not known. */
  readonly typeOf: (folder: string) => number | null
}

/**
 * Why a folder must not hold a live store: another program may put an old file over a new one there, or writings reach the
 * disk when the network wants. Null when nothing speaks against it.
 */
export function refusedPlace(folder: string, around: Surroundings = thisComputer): Refused | null {
  const path = resolve(folder)
  const service = namedService(path) ?? oneDrive(path, around.env) ?? tracedService(path, around)
  if (service !== null) return { type: 'SyncedFolder', service }
  const type = around.typeOf(path)
  const isNetwork = path.startsWith('\\\\') || (type !== null && NETWORK_TYPES.has(type))
  return isNetwork ? { type: 'NetworkFolder' } : null
}

function namedService(path: string): string | null {
  const parts = path.split(/[/\\]/)
  return SERVICES.find(([, name]) => parts.some((part) => name.test(part)))?.[0] ?? null
}

const oneDrive = (path: string, env: Surroundings['env']): string | null =>
  ONEDRIVE.some((name) => isInside(path, env[name] ?? '')) ? 'OneDrive' : null

const isInside = (path: string, folder: string): boolean =>
  folder !== '' && (path === resolve(folder) || path.startsWith(resolve(folder) + sep))

function tracedService(path: string, { namesIn }: Surroundings): string | null {
  for (let folder = path; ; folder = dirname(folder)) {
    for (const name of namesIn(folder)) {
      const service = Object.hasOwn(TRACES, name) ? TRACES[name] : undefined
      if (service !== undefined) return service
    }
    if (dirname(folder) === folder) return null
  }
}

const thisComputer: Surroundings = {
  env: process.env,
  namesIn: (folder) => attempt(() => readdirSync(folder)) ?? [],
  typeOf: (folder) => attempt(() => statfsSync(folder).type),
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
