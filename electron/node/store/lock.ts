import { join } from 'node:path'
import * as z from 'zod'
import { codeOf, type FileLayer } from '../disk/file-layer.ts'
import { createFile } from '../disk/whole-file.ts'

/** A running program, as it can be told from others. */
export interface Self {
  readonly host: string
  readonly pid: number
  /** What tells this process from another that later gets its number; null when no such process runs on this computer. */
  startOf(pid: number): string | null
}

const holderSchema = z.object({
  host: z.string(),
  pid: z.int(),
  start: z.string(),
  /** Milliseconds since 1970. */
  since: z.int(),
})
export type Holder = z.infer<typeof holderSchema>

export interface HeldLock {
  /** Whose lock was left behind and taken over. */
  readonly former: Holder | null
  /** False once another program has taken it over; looked at once a second at most. */
  isHeld(): Promise<boolean>
  release(): Promise<void>
}

const NAME = /^lock-(\d{6})\.json$/
const lockName = (number: number): string => `lock-${String(number).padStart(6, '0')}.json`

/**
 * Takes the lock of a folder, or says who has it. The lock is the file of the highest number, and making the next number is
 * one call that only one program can win; so two that find the same stale lock cannot both have it.
 */
export async function takeLock(
  folder: string,
  self: Self,
  now: number,
  layer: FileLayer,
  { takeOver = false } = {},
): Promise<{ readonly held: HeldLock } | { readonly holder: Holder }> {
  const numbers = await lockNumbers(folder, layer)
  const last = numbers.at(-1)
  const holder = last === undefined ? null : await readHolder(join(folder, lockName(last)), layer)
  if (holder !== null && !takeOver && !isStale(holder, self)) return { holder }
  const number = (last ?? 0) + 1
  const path = join(folder, lockName(number))
  const mine: Holder = { host: self.host, pid: self.pid, start: self.startOf(self.pid) ?? '', since: now }
  try {
    await createFile(layer, path, new TextEncoder().encode(JSON.stringify(mine)))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return { holder: (await readHolder(path, layer)) ?? mine }
  }
  const unread = holder === null ? last : undefined
  const rival = (await writtenSince(folder, unread, self, layer)) ?? (await madeAfter(folder, number, mine, layer))
  if (rival !== null) {
    await layer.remove(path).catch(() => {})
    return { holder: rival }
  }
  for (const former of numbers) await layer.remove(join(folder, lockName(former)))
  return { held: { former: holder, isHeld: watch(folder, number, layer), release: () => layer.remove(path) } }
}

/** A lock that could not be read may have been one that was being written: by now it says whose it is. */
async function writtenSince(
  folder: string,
  unread: number | undefined,
  self: Self,
  layer: FileLayer,
): Promise<Holder | null> {
  const holder = unread === undefined ? null : await readHolder(join(folder, lockName(unread)), layer)
  return holder === null || isStale(holder, self) ? null : holder
}

const LOOKS = 10
const LOOK_PAUSE_MS = 20

/** Another program found mine while it was being written, and made the next: it withdraws if it reads mine in time. */
async function madeAfter(folder: string, number: number, mine: Holder, layer: FileLayer): Promise<Holder | null> {
  for (let look = 0; ; look += 1) {
    const last = (await lockNumbers(folder, layer)).at(-1) ?? number
    if (last <= number) return null
    if (look === LOOKS) return (await readHolder(join(folder, lockName(last)), layer)) ?? mine
    await new Promise((resume) => setTimeout(resume, LOOK_PAUSE_MS))
  }
}

const LOOK_EVERY_MS = 1_000

function watch(folder: string, mine: number, layer: FileLayer): () => Promise<boolean> {
  let lookedAt = performance.now()
  let isHeld = true
  return async () => {
    if (isHeld && performance.now() - lookedAt > LOOK_EVERY_MS) {
      lookedAt = performance.now()
      isHeld = (await lockNumbers(folder, layer)).at(-1) === mine
    }
    return isHeld
  }
}

async function lockNumbers(folder: string, layer: FileLayer): Promise<readonly number[]> {
  const names = await layer.list(folder)
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}

/** Null when it cannot be read: a lock cut by a power failure is nobody's. */
async function readHolder(path: string, layer: FileLayer): Promise<Holder | null> {
  const bytes = await layer.read(path)
  try {
    return holderSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))).data ?? null
  } catch {
    return null
  }
}

/** Of this computer, and of a process that runs no more. Of another computer nothing can be known. */
const isStale = (holder: Holder, self: Self): boolean =>
  holder.host === self.host && (self.startOf(holder.pid) !== holder.start || holder.pid === self.pid)
