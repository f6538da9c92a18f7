import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packTexts } from '#node/exchange/zip.ts'
import { onRealDisk } from './contribution.ts'
import { DATA } from './start-on.ts'

const FORMATS = resolve('test/fixtures/formats')

/** What a program of its time left, and what it said. */
export interface Frozen {
  readonly name: string
  readonly consultation: string
  readonly hash: string
  /** As it lies in a data folder; for a bundle, nothing yet. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly bundle: string | null
}

const read = (...path: readonly string[]): string => readFileSync(join(FORMATS, ...path), 'utf8').trim()

/** The file of a frozen bundle. */
export async function frozenBundle(name: string): Promise<Frozen> {
  const parts = ['manifest.json', 'ops.ndjson', 'drops.ndjson']
  const texts = Object.fromEntries(parts.map((part) => [part, readFileSync(join(FORMATS, name, part), 'utf8')]))
  const { consultation } = JSON.parse(texts['manifest.json'] ?? '') as { consultation: string }
  const bundle = onRealDisk(`${name}.rapx`, await packTexts(texts))
  return { name, consultation, hash: read(name, 'canonical-hash.txt'), files: new Map(), bundle }
}

/** Those of the first format had one folder, without a name of its own and without a second place. */
export function frozenStores(): readonly Frozen[] {
  return readdirSync(FORMATS)
    .filter((name) => name.startsWith('store-v'))
    .map((name) => {
      const consultation = read(name, 'consultation.txt')
      const files = new Map<string, Uint8Array>()
      for (const path of readdirSync(join(FORMATS, name), { recursive: true, encoding: 'utf8' })) {
        if (path.endsWith('.txt') || !/\.[a-z]+$/.test(path)) continue
        const inside = path.includes('/') ? path : `consultations/${consultation}/${path}`
        files.set(`${DATA}/${inside}`, new Uint8Array(readFileSync(join(FORMATS, name, path))))
      }
      return { name, consultation, hash: read(name, 'canonical-hash.txt'), files, bundle: null }
    })
}
