import { findWords } from '#node/exchange/find-words.ts'
import { makeBundle } from '#node/exchange/make-bundle.ts'
import { unpackTexts } from '#node/exchange/zip.ts'
import { writeReport } from '#node/report/write-report.ts'
import { bundleFileName } from '#shared/exchange/bundle.ts'
import { newId } from '#shared/kit/id.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { AUDIENCES, type Audience } from '#shared/privacy/project.ts'
import type { ReportRequest } from '#shared/report/report-request.ts'
import { CONSULTATION, seededRandom, sha256 } from '../build/author.ts'
import { chance, type Chance } from '../build/chance.ts'
import { aWorkspace, type Workspace } from '../build/workspace.ts'
import { Tally, type Goal } from './goal.ts'
import { guardedConsultation, type Guarded } from './guarded.ts'

/** One case in so many writes a document too, and one in so many two that are compared: Word costs as much as fifty bundles. */
const WITH_DOCUMENT = 10
const WITH_SWAPPED_DOCUMENTS = 50
/** One case in so many has two people change places. */
const WITH_SWAP = 2

/** An output as someone gets it: its name, and its bytes. */
interface Output {
  readonly what: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Everything that anyone could hide has a word of its own in a random consultation; no output says one that its readers
 * may not see, however it is wrapped. Two protected speakers who change places change no byte of what is public, and two
 * audiences get nothing by which their files could be told to come from one computer.
 */
export const goal: Goal = async (cases, seed) => {
  const tally = new Tally('R18')
  let [outputs, words] = [0, 0]
  for (let one = seed; one < seed + cases; one += 1) {
    const random = chance(one)
    const guarded = guardedConsultation(one, random)
    for (const output of await outputsOf(guarded, one, random)) {
      const forbidden = [
        ...(output.what === 'complete' ? guarded.forbiddenToAll : guarded.forbidden),
        ...(output.what === 'complete' ? [] : guarded.machine),
      ]
      outputs += 1
      words += forbidden.length
      const found = [
        ...(await findWords(output.bytes, forbidden)),
        ...(await findWords(Buffer.from(output.name), [...forbidden, ...guarded.machine])),
      ]
      if (found.length > 0) tally.failed(one, `${output.what} says ${found.slice(0, 3).join(', ')}`, found.length)
    }
    const swapped = one % WITH_SWAP === 0 ? await difference(one) : null
    if (swapped !== null) tally.failed(one, swapped)
  }
  return tally.result(cases, `${outputs} outputs, each searched for ${Math.round(words / Math.max(1, outputs))} words`)
}

async function outputsOf({ workspace }: Guarded, seed: number, random: Chance): Promise<readonly Output[]> {
  const bundles = await bundlesOf(workspace, [...AUDIENCES, null], seed)
  return seed % WITH_DOCUMENT === 0
    ? [...bundles, await documentOf(workspace, random)].filter((one) => one !== null)
    : bundles
}

async function bundlesOf(
  { device, operations }: Workspace,
  audiences: readonly (Audience | null)[],
  seed: number,
): Promise<readonly Output[]> {
  const outputs: Output[] = []
  const salt = seededRandom(`series ${seed}`)
  for (const audience of audiences) {
    const kind = audience === null ? ('complete' as const) : ('projection' as const)
    const place = { stream: newId(salt), seq: 1, prev: null }
    const order = { kind, audience, consultation: CONSULTATION, place }
    const { bytes, manifest } = await makeBundle(operations, device.fold, order, sha256)
    outputs.push({ what: audience ?? 'complete', name: bundleFileName(manifest, '2026-01-05'), bytes })
  }
  const shared = await sharedIds(outputs)
  return shared.length === 0 ? outputs : [...outputs, telling(shared)]
}

/** An output that says what it must not: how a comparison of two files is told with the others. */
const telling = (shared: readonly string[]): Output => ({
  what: `two audiences share ${shared.join(', ')} and`,
  name: 'Poste-Canari',
  bytes: new Uint8Array(),
})

const ID = /[A-Za-z0-9_-]{22,43}/g

/** Ids of the manifest of one audience's file that another's has too: the consultation is known to all. */
async function sharedIds(outputs: readonly Output[]): Promise<readonly string[]> {
  const seen = new Map<string, number>()
  for (const { bytes } of outputs) {
    const texts = await unpackTexts(bytes, { 'manifest.json': 1_000_000 })
    const manifest = texts.ok ? (texts.value['manifest.json'] ?? '') : ''
    const { root: _, dropsRoot: __, ...own } = JSON.parse(manifest) as Record<string, unknown>
    for (const id of new Set(JSON.stringify(own).match(ID) ?? [])) seen.set(id, (seen.get(id) ?? 0) + 1)
  }
  return [...seen].filter(([id, count]) => count > 1 && id !== CONSULTATION).map(([id]) => id)
}

/** A document of one type or another; null when nothing may be said in it. */
async function documentOf(workspace: Workspace, random: Chance): Promise<Output | null> {
  const records = [...readRecords(workspace.device.fold).values()]
  const sessions = records.filter(({ kind }) => kind === 'session')
  const request = random.one<ReportRequest>([
    { type: 'global', lang: 'fr', date: '2026-01-07' },
    { type: 'regional', lang: 'en', region: workspace.id('Afrique'), date: '2026-01-07' },
    { type: 'thematic', lang: 'es', axis: workspace.id('Eau'), date: '2026-01-07' },
    { type: 'session', lang: 'fr', session: random.one(sessions).id, date: '2026-01-07' },
    { type: 'minutes', lang: 'fr', session: random.one(sessions).id, date: '2026-01-07' },
  ])
  const written = await writeReport({ ...request, records }, () => {})
  if (!written.ok) return null
  return { what: `the ${request.type} document`, name: written.value.fileName, bytes: written.value.bytes }
}

/** What is public of two people who spoke under a rule that protects them, and whether a byte of it tells them apart. */
async function difference(seed: number): Promise<string | null> {
  const random = chance(seed + 1_000_000_007)
  const scene = {
    level: random.one([4, 5]),
    turns: Array.from({ length: 1 + random.below(6) }, () => random.in100(50)),
    tightened: random.in100(50),
    sameOrganisation: random.in100(50),
  }
  const [one, other] = [sceneOf(scene, false), sceneOf(scene, true)]
  const [[bundle], [swapped]] = [await bundlesOf(one, ['public'], seed), await bundlesOf(other, ['public'], seed)]
  if (bundle === undefined || swapped === undefined || !isSame(bundle, swapped))
    return 'the public file tells two protected speakers apart'
  if (seed % WITH_SWAPPED_DOCUMENTS !== 0) return null
  const [document, same] = [await documentOf(one, chance(seed)), await documentOf(other, chance(seed))]
  if (document === null || same === null) return document === same ? null : 'one of two documents is not written'
  return isSame(document, same) ? null : `${document.what} tells two protected speakers apart`
}

const isSame = (one: Output, other: Output): boolean =>
  one.name === other.name && Buffer.compare(one.bytes, other.bytes) === 0

interface SwapScene {
  readonly level: number
  readonly turns: readonly boolean[]
  readonly tightened: boolean
  readonly sameOrganisation: boolean
}

function sceneOf({ level, turns, tightened, sameOrganisation }: SwapScene, isSwapped: boolean): Workspace {
  const workspace = aWorkspace('the same randomness').session('Protégée', tightened ? 1 : level)
  const details = { category: 'société civile', gender: 'f' }
  const other = sameOrganisation ? 'Ville de Dakar' : 'Ville de Quito'
  workspace.speaker('Awa', { ...details, organisation: 'Ville de Dakar', function: 'maire' })
  workspace.speaker('Inés', { ...details, organisation: other, function: 'alcaldesa' })
  for (const [turn, isFirst] of turns.entries())
    workspace.note(`tour ${turn}`, { session: 'Protégée', speaker: isFirst !== isSwapped ? 'Awa' : 'Inés' })
  if (tightened) workspace.tighten('Protégée', level)
  return workspace
}
