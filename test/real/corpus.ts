import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import validate from '@ooxml-tools/validate'
import { afterAll, beforeAll } from 'vitest'
import { openArchive, type Archive } from '#node/archive/archive.ts'
import { composeArchives } from '#node/compose-archives.ts'
import { demoBundles, type DemoTable } from '#node/compose-demo.ts'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import type { ArchiveMerged } from '#shared/contract/archive-contract.ts'
import { done, jobsHere } from '../build/desktop.ts'

/** Calls of the command line, without its process. */
export const archives = composeArchives(jobsHere, () => {})

/** A file of the folder that RAPPORTEUR_CORPUS names. */
export function corpusFile(name: string): string {
  const path = join(process.env['RAPPORTEUR_CORPUS'] ?? '', name)
  if (!existsSync(path)) throw new Error(`RAPPORTEUR_CORPUS has no ${name}`)
  return path
}

/** Runs a part of the work and tells how long it took. */
export async function timed<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now()
  const value = await work()
  console.info(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`)
  return value
}

export const tell = (what: string, figures: Readonly<Record<string, number>>): void =>
  console.info(
    `${what}: ${Object.entries(figures)
      .map(([name, figure]) => `${figure} ${name}`)
      .join(', ')}`,
  )

export interface RealBundles {
  readonly folder: () => string
  readonly files: () => readonly string[]
  readonly archives: () => readonly Archive[]
}

/** One file per section made of a table, for the tests of a `describe`. */
export function bundlesOf(table: DemoTable): RealBundles {
  let folder = ''
  let files: readonly string[] = []
  let read: readonly Archive[] = []
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapporteur-real-'))
    files = await timed('one file per section', async () => done(await demoBundles(folder, table)))
    read = await timed('read and verified', async () =>
      Promise.all(files.map(async (file) => done(await openArchive(file)))),
    )
    const operations = read.reduce((sum, { bundle }) => sum + bundle.operations.length, 0)
    tell('bundles', {
      files: files.length,
      operations,
      notes: read.reduce((sum, archive) => sum + notesIn(archive), 0),
    })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return { folder: () => folder, files: () => files, archives: () => read }
}

export const notesIn = ({ records }: Pick<Archive, 'records'>): number =>
  [...records.values()].filter(({ kind }) => kind === 'note').length

export async function mergedAt(out: string, files: readonly string[]): Promise<ArchiveMerged> {
  return done(await archives['archive.merge']({ files: [...files], out, dryRun: false }))
}

/** Writes a document and gives everything that is wrong with it, to Word’s schemas or to our inspector. */
export async function faultsOfReport(file: string, out: string): Promise<readonly string[]> {
  const written = await timed('document', async () =>
    done(await archives['archive.report']({ file, type: 'global', lang: 'fr', date: '2026-11-20', out })),
  )
  const bytes = await readFile(out)
  tell('document', { notes: written.notes, bytes: bytes.length, replaced: written.changed })
  const errors = await timed('validated', () => validate(new Uint8Array(bytes), 'docx', 'Microsoft365'))
  const findings = await inspectDocx(bytes)
  return [
    ...errors.map(({ description, path }) => `${description} ${path.partUri} ${path.xpath}`),
    ...findings.map(({ rule, message }) => `${rule}: ${message}`),
  ]
}
