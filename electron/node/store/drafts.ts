import { join } from 'node:path'
import * as z from 'zod'
import type { KeptDraft } from '#shared/contract/opening.ts'
import type { Clock, Digest } from '#shared/kit/ports.ts'
import type { FileLayer, OpenFile } from '../disk/file-layer.ts'
import { createFile, writeAll } from '../disk/whole-file.ts'

/** What was being typed in one consultation, on the disk. */
export interface Drafts {
  /** The last word of each draft, as it stands now. */
  readonly drafts: readonly KeptDraft[]
  /**
   * Keeps the text of a draft in place of the former one, and forgets the draft when the text is empty. Gives the moment
   * at which the disk had it; throws what the disk says, and then still knows what it was given.
   */
  keep(key: string, text: string): Promise<number>
  /** Gives some drafts other words, none for those that go, and leaves nothing on the disk of what they said before. */
  change(said: (draft: KeptDraft) => string): Promise<void>
  close(): Promise<void>
}

export interface DraftPorts {
  readonly layer: FileLayer
  readonly digest: Digest
  readonly clock: Clock
}

const kept = z.object({ key: z.string(), text: z.string(), at: z.number() })
/**
 * Ends what a new file takes over from the former one, with the number of drafts that it took: when they are all there, the
 * former one has nothing more to say. A power cut may have left the end of a file and not its beginning.
 */
const whole = z.object({ whole: z.int() })
const NAME = /^drafts-(\d{6})\.rapd$/u
const CHECK_LENGTH = 16
/** Bytes added to a file before it is written anew with the living drafts alone. */
const WRITTEN_ANEW_AFTER = 256 * 1024

/** Finds the drafts of a store folder. Damage costs the lines it touched, never the opening, and is not written over. */
export async function openDrafts(folder: string, { layer, digest, clock }: DraftPorts): Promise<Drafts> {
  const names = (await layer.list(folder).catch(() => [])).filter((name) => NAME.test(name)).toSorted()
  const drafts = new Map<string, KeptDraft>()
  for (const name of names) {
    const bytes = await layer.read(join(folder, name)).catch(() => null)
    if (bytes !== null) takeIn(drafts, new TextDecoder().decode(bytes), digest)
  }
  return new DraftFile(folder, { layer, digest, clock }, names, drafts)
}

function takeIn(drafts: Map<string, KeptDraft>, text: string, digest: Digest): void {
  const lines = text.split('\n').flatMap((line) => contentOf(line, digest))
  const values = lines.map((line): unknown => JSON.parse(line))
  if (values.some((value, before) => whole.safeParse(value).data?.whole === before)) drafts.clear()
  for (const value of values) {
    const draft = kept.safeParse(value)
    if (draft.success) set(drafts, draft.data)
  }
}

function contentOf(line: string, digest: Digest): readonly string[] {
  const content = line.slice(CHECK_LENGTH + 1)
  return content !== '' && line === checked(content, digest) ? [content] : []
}

const checked = (content: string, digest: Digest): string => `${digest(content).slice(0, CHECK_LENGTH)} ${content}`

function set(drafts: Map<string, KeptDraft>, draft: KeptDraft): void {
  if (draft.text === '') drafts.delete(draft.key)
  else drafts.set(draft.key, draft)
}

class DraftFile implements Drafts {
  readonly #folder: string
  readonly #ports: DraftPorts
  /** Files that say what the drafts are. */
  #names: readonly string[]
  /** The last number a file was given here, or was to be given. */
  #number: number
  readonly #drafts: Map<string, KeptDraft>
  /** Null until something is kept, and after a failure: what follows then goes to a new file. */
  #file: OpenFile | null = null
  #added = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(folder: string, ports: DraftPorts, names: readonly string[], drafts: Map<string, KeptDraft>) {
    this.#folder = folder
    this.#ports = ports
    this.#names = names
    this.#number = Number(NAME.exec(names.at(-1) ?? '')?.[1] ?? 0)
    this.#drafts = drafts
  }

  get drafts(): readonly KeptDraft[] {
    return [...this.#drafts.values()]
  }

  keep(key: string, text: string): Promise<number> {
    const draft: KeptDraft = { key, text, at: this.#ports.clock() }
    set(this.#drafts, draft)
    return this.#alone(async () => {
      if (this.#file === null || this.#added > WRITTEN_ANEW_AFTER) await this.#writeAnew()
      else await this.#add(draft)
      return draft.at
    })
  }

  change(said: (draft: KeptDraft) => string): Promise<void> {
    const changed = this.drafts.map((draft) => ({ ...draft, text: said(draft) }))
    for (const draft of changed) set(this.#drafts, draft)
    return this.#alone(async () => {
      if (this.#names.length === 0) return
      await this.#writeAnew()
      const { layer } = this.#ports
      const former = (await layer.list(this.#folder)).filter((name) => NAME.test(name) && !this.#names.includes(name))
      for (const name of former) await layer.remove(join(this.#folder, name))
      await layer.syncFolder(this.#folder)
    })
  }

  close(): Promise<void> {
    return this.#alone(() => this.#leave())
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work)
    this.#last = next.catch(() => {})
    return next
  }

  async #add(draft: KeptDraft): Promise<void> {
    const file = this.#file
    if (file === null) return
    const bytes = this.#bytesOf([JSON.stringify(draft)])
    try {
      await writeAll(file, bytes)
      await file.sync()
      this.#added += bytes.length
    } catch (error) {
      // After a refused flush nobody knows what the file holds.
      await this.#leave().catch(() => {})
      throw error
    }
  }

  async #writeAnew(): Promise<void> {
    const { layer } = this.#ports
    await this.#leave()
    this.#number += 1
    const name = `drafts-${String(this.#number).padStart(6, '0')}.rapd`
    const path = join(this.#folder, name)
    const lines = [...this.drafts, { whole: this.drafts.length }].map((line) => JSON.stringify(line))
    await createFile(layer, path, this.#bytesOf(lines))
    const former = this.#names
    this.#names = [name]
    this.#file = await layer.open(path, 'append')
    // One that stays is read first the next time, and then not heard.
    for (const one of former) await layer.remove(join(this.#folder, one)).catch(() => {})
  }

  async #leave(): Promise<void> {
    const file = this.#file
    this.#file = null
    this.#added = 0
    await file?.close()
  }

  #bytesOf(lines: readonly string[]): Uint8Array {
    return new TextEncoder().encode(lines.map((line) => `${checked(line, this.#ports.digest)}\n`).join(''))
  }
}
