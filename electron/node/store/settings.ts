import { Low } from 'lowdb'
import { join } from 'node:path'
import * as z from 'zod'
import type { Settings } from '#shared/contract/replies.ts'
import type { FileLayer } from '../disk/file-layer.ts'
import { JsonFile } from './json-file.ts'

const settingsSchema = z.object({
  language: z.enum(['fr', 'en', 'es']),
  role: z.enum(['rapporteur', 'section', 'secretariat']).nullable(),
  appearance: z.enum(['light', 'dark', 'system']),
  /** How often a backup is asked for. */
  reminder: z.enum(['never', 'week', 'day']).default('never'),
  /** The folder where contributions arrive, by consultation: a place of this computer, which tells others nothing. */
  inboxes: z.record(z.string(), z.string()).default({}),
  /** The consultation that was open last. */
  current: z.string().nullable(),
})
export type KeptSettings = z.infer<typeof settingsSchema>

const FIRST: KeptSettings = {
  language: 'fr',
  role: null,
  appearance: 'system',
  reminder: 'never',
  inboxes: {},
  current: null,
}

/** What the person has chosen for the program and on this computer; none of it travels. */
export class SettingsFile {
  readonly #file: Low<KeptSettings>

  private constructor(file: Low<KeptSettings>) {
    this.#file = file
  }

  static async open(dataFolder: string, layer: FileLayer): Promise<SettingsFile> {
    const path = join(dataFolder, 'settings.json')
    const file = new Low<KeptSettings>(new JsonFile<KeptSettings>(path, layer, settingsSchema), FIRST)
    await file.read()
    file.data ??= FIRST
    return new SettingsFile(file)
  }

  get value(): KeptSettings {
    return this.#file.data
  }

  get shown(): Settings {
    const { language, role, appearance, reminder } = this.value
    return { language, role, appearance, reminder }
  }

  /** Throws what the disk says; the former settings are then still in force. */
  async change(changes: Partial<KeptSettings>): Promise<void> {
    const former = this.#file.data
    this.#file.data = { ...former, ...changes }
    try {
      await this.#file.write()
    } catch (error) {
      this.#file.data = former
      throw error
    }
  }
}
