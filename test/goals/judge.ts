import type { Workspace } from '#shared/contract/replies.ts'
import { idOf } from '../build/author.ts'
import type { MemoryLayer } from '../build/memory-layer.ts'
import { done, type NodeSide } from '../build/node-side.ts'
import { complaint, type Witness } from '../build/witness.ts'
import { capture, CONSULTATION, create, openAgain, PLACES, textsOf } from './a-consultation.ts'
import { NO_JOBS, startOn, type Circumstances } from './start-on.ts'

/** What is known of a store whose program has ended. */
export interface Known {
  readonly witness: Witness
  readonly consultation?: string
  /** Things of one writing: all of them are there, or none. */
  readonly together?: readonly string[]
  readonly circumstances?: Circumstances
  /** Also opens it once more, after a word was written in it. */
  readonly twice: boolean
}

export interface Judged {
  readonly why: string
  readonly lost: number
}

/** Opens what is left, writes, and opens again. Null when nothing is missing, invented or refused. */
export async function judge(disk: MemoryLayer, known: Known): Promise<Judged | null> {
  try {
    const side = await startOn(disk, 'judge', known.circumstances, NO_JOBS)
    const workspace = await openAgain(side, known.consultation)
    const found = workspace === null ? new Map<string, string>() : textsOf(workspace)
    const verdict = known.witness.judge(found)
    const why = complaint(verdict) ?? halved(found, known) ?? grievance(workspace)
    if (why !== null) return { why, lost: verdict.lost.length }
    await goOn(side, found, workspace === null)
    return known.twice ? await atNextOpening(disk, found, known) : null
  } catch (error) {
    return { why: `the store does not open: ${String(error)}`, lost: 0 }
  }
}

function halved(found: ReadonlyMap<string, string>, { together = [] }: Known): string | null {
  const there = together.filter((id) => found.has(id)).length
  return there === 0 || there === together.length ? null : `${there} of ${together.length} things of one writing`
}

function grievance(workspace: Workspace | null): string | null {
  if (workspace === null) return null
  if (workspace.readOnly !== null) return `opens read only: ${JSON.stringify(workspace.readOnly)}`
  const alarm = workspace.found.find(({ type }) => type === 'Lost')
  return alarm === undefined ? null : `a false alarm: ${JSON.stringify(alarm)}`
}

const AFTER = idOf('after the end')
const WORDS = 'Après la coupure'

/** The store takes a word again. */
async function goOn(side: NodeSide, found: ReadonlyMap<string, string>, isNew: boolean): Promise<void> {
  if (isNew) done(await create(side))
  for (const place of PLACES) if (!found.has(place.record)) done(await side.client['edit.apply'](place))
  done(await side.client['edit.apply'](capture(AFTER, WORDS)))
}

async function atNextOpening(
  disk: MemoryLayer,
  found: ReadonlyMap<string, string>,
  { circumstances, consultation = CONSULTATION }: Known,
): Promise<Judged | null> {
  const again = await openAgain(await startOn(disk, 'judge again', circumstances, NO_JOBS), consultation)
  const texts = again === null ? new Map<string, string>() : textsOf(again)
  const missing = [...found, [AFTER, WORDS] as const].filter(([id, text]) => texts.get(id) !== text)
  return missing.length === 0 ? null : { why: `${missing.length} gone at the next opening`, lost: missing.length }
}
