import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArchiveFailure } from '#shared/contract/archive-contract.ts'
import type { TableFailureReply } from '#shared/contract/table-replies.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { labelOf } from '#shared/model/label.ts'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { genesisOperations } from '#shared/process/genesis.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { consultationIdOf, templateRecords } from '#shared/process/template-records.ts'
import { openArchive, writeArchive } from './archive/archive.ts'
import { codeOf } from './disk/file-layer.ts'
import { foldOf } from './exchange/make-bundle.ts'
import { replyOf } from './handlers/table-reply.ts'
import { notesOfTable } from './import/notes-of-table.ts'
import { tableOfFile } from './import/table-of-file.ts'
import { digest } from './machine.ts'
import { readEvidenceOf } from './report/evidence-job.ts'
import { shippedSample } from './sample/sample-store.ts'
import { templateNamed } from './templates/templates.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { projectOperations } from '#shared/privacy/project.ts'

/** A table of one's own, and how its columns are read. */
export interface DemoTable {
  readonly table: string
  readonly map: string
  readonly voices: 'column' | 'row' | 'none'
}

type DemoFailure = ArchiveFailure | TableFailureReply

/** One file per section in a folder, made if need be, each as its own rapporteurs would have sent it. */
export async function demoBundles(
  folder: string,
  from: DemoTable | null,
): Promise<Result<readonly string[], DemoFailure>> {
  const refused = await mkdir(folder, { recursive: true }).then(() => null, codeOf)
  if (refused !== null) return fail({ type: 'FileNotWritten', file: folder, code: refused })
  return from === null ? sampleBundles(folder) : tableBundles(folder, from)
}

async function sampleBundles(folder: string): Promise<Result<readonly string[], DemoFailure>> {
  const { sample, template } = shippedSample()
  const secretariat = new SamplePlayer(sample, template, 'secretariat', digest)
  secretariat.playProgramme()
  const prepared = [...secretariat.written]
  const sections = [...new Set(sample.sessions.map(({ region }) => region))]
  const files: string[] = []
  for (const section of sections) {
    const rapporteur = section === undefined ? secretariat : new SamplePlayer(sample, template, section, digest)
    if (section !== undefined) rapporteur.receive(prepared)
    rapporteur.playSessions(sample.sessions.filter(({ region }) => region === section).map(({ key }) => key))
    if (section === undefined) rapporteur.playDecisions()
    const held = section === undefined ? rapporteur.written : [...prepared, ...rapporteur.written]
    const operations = [...rapporteur.genesis, ...held]
    const made = await writeProjection(
      join(folder, `${section ?? 'mondial'}.rapx`),
      secretariat.consultation,
      operations,
    )
    if (!made.ok) return made
    files.push(made.value)
  }
  return ok(files)
}

async function tableBundles(folder: string, from: DemoTable): Promise<Result<readonly string[], DemoFailure>> {
  const read = await tableOfFile(from.table)
  if (!read.ok) return fail(replyOf(read.failure, basename(from.table)))
  const template = templateNamed('blank')
  if (template === undefined) throw new Error('The blank template is missing')
  const consultation = consultationIdOf(template, 'demo', digest)
  const genesis = genesisOperations(consultation, template.version, templateRecords(template, digest, 'demo'), digest)
  const create = ['axes', 'regions', 'themes'] as const
  const choices = { map: from.map, voices: from.voices, create, lang: 'fr', level: 3 }
  const notes = notesOfTable(read.value, choices, consultation, readRecords(foldOf(genesis)), digest)
  if (!notes.ok) return fail(replyOf(notes.failure, basename(from.table)))
  const files: string[] = []
  for (const [section, operations] of bySection(notes.value.operations)) {
    const file = join(folder, `${section}.rapx`)
    const made = await writeProjection(file, consultation, [...genesis, ...operations])
    if (!made.ok) return made
    files.push(made.value)
  }
  return ok(files)
}

/** Each section's notes with their voices; what they share goes to every section, as a programme does. */
function bySection(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const records = readRecords(foldOf(operations))
  const sectionOf = (record: AnyRecord | undefined): string | null => {
    if (record === undefined) return null
    if (isKind(record, 'note')) return sectionOf(records.get(record.f.voice ?? '')) ?? 'sans-section'
    return isKind(record, 'voice') ? (record.f.region ?? 'sans-section') : null
  }
  const sections = new Set([...records.values()].map(sectionOf).filter((section) => section !== null))
  return new Map(
    [...sections].map((section) => {
      const name = labelOf(records.get(section), 'fr') || section
      const own = operations.filter(({ head }) => [null, section].includes(sectionOf(records.get(head.r))))
      return [name.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-'), own] as const
    }),
  )
}

async function writeProjection(
  file: string,
  consultation: string,
  operations: readonly Operation[],
): Promise<Result<string, ArchiveFailure>> {
  const sent = projectOperations(operations, foldOf(operations))
  const made = await writeArchive(file, { consultation, kind: 'projection', operations: sent, fold: foldOf(sent) })
  return made.ok ? ok(made.value.file) : made
}

/** The same files in an order of chance: the result must not depend on it. */
export function shuffledNames(names: readonly string[]): string[] {
  const shuffled = [...names]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    ;[shuffled[last], shuffled[other]] = [shuffled[other] ?? '', shuffled[last] ?? '']
  }
  return shuffled
}

export interface DemoFindings {
  readonly sections: readonly string[]
  readonly coverage: readonly { readonly axis: string; readonly voices: readonly (number | null)[] }[]
  readonly readings: readonly {
    readonly axis: string
    readonly theme: string
    readonly kind: string
    readonly present: number
    readonly conclusive: number
  }[]
  /** The section with the most voices, for a regional synthesis. */
  readonly richestSection: string | null
}

/** Readings worth a line on a terminal. */
const TOLD = new Set(['trend', 'supported-specificity', 'signal', 'shared', 'divergence'])

/** Coverage and readings of a file. */
export async function demoFindings(file: string): Promise<DemoFindings> {
  const archive = await openArchive(file)
  if (!archive.ok) throw new Error(archive.failure.type)
  const { records } = archive.value
  const evidence = readEvidenceOf(records.values())
  const ordered = (kind: string): readonly AnyRecord[] =>
    [...records.values()]
      .filter((record) => record.kind === kind)
      .toSorted((a, b) => Number(a.f['order'] ?? 0) - Number(b.f['order'] ?? 0))
  const name = (id: string): string => labelOf(records.get(id), 'fr', 'short') || labelOf(records.get(id), 'fr')
  const regions = ordered('region')
  const voicesOf = (axis: string): readonly (number | null)[] =>
    regions.map(({ id }) => evidence.voicesByAxisRegion[axis]?.[id] ?? null)
  const totals = regions.map(({ id }, index) => ({
    id,
    voices: ordered('axis').reduce((sum, axis) => sum + (voicesOf(axis.id)[index] ?? 0), 0),
  }))
  return {
    sections: regions.map(({ f, id }) => String(f['code'] ?? name(id).slice(0, 5))),
    coverage: ordered('axis').map(({ id }) => ({ axis: name(id), voices: voicesOf(id) })),
    readings: evidence.readings
      .filter(({ kind }) => TOLD.has(kind))
      .map(({ axis, theme, kind, present, conclusive }) => ({
        axis: name(axis),
        theme: name(theme),
        kind,
        present,
        conclusive,
      })),
    richestSection: totals.toSorted((a, b) => b.voices - a.voices)[0]?.id ?? null,
  }
}
