import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idOf } from '../build/author.ts'
import { MemoryLayer } from '../build/memory-layer.ts'
import { done } from '../build/node-side.ts'
import { capture, create, PLACES } from './a-consultation.ts'
import { startOn } from './start-on.ts'

/** A file of someone else's notes of the same consultation. */
export interface Contribution {
  /** On the disk of this computer, until the goal has run. */
  readonly path: string
  readonly texts: readonly (readonly [id: string, text: string])[]
}
let made: Promise<Contribution> | null = null

/** Made once. */
export const contribution = (): Promise<Contribution> => (made ??= makeContribution())

async function makeContribution(): Promise<Contribution> {
  const disk = new MemoryLayer()
  const { client, delivered } = await startOn(disk, 'someone else')
  done(await create({ client }))
  for (const place of PLACES) done(await client['edit.apply'](place))
  const texts = [1, 2, 3].map((number) => [idOf('someone else', String(number)), `Venu d’ailleurs ${number}`] as const)
  for (const [note, text] of texts) done(await client['edit.apply'](capture(note, text)))
  const sent = done(await client['bundle.send']({ kind: 'complete', audience: 'section' }))
  const bytes = disk.files.get(delivered.get(sent?.name ?? '') ?? '')
  if (bytes === undefined) throw new Error('No contribution was sent')
  return { path: onRealDisk('contribution.rapx', bytes), texts }
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Puts a file where a person would choose it, until the goal has run. */
export function onRealDisk(name: string, bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-goal-'))
  folders.push(folder)
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
