import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { jobsOn, nodeSide, type NodeSide } from './node-side.ts'

export { done, jobsOn } from './node-side.ts'
export const jobsHere = jobsOn(diskLayer)

/** A folder of one test, gone when it has finished. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-'))
  // A snapshot may still be being made in it.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

export type TestDesktop = NodeSide

/** The node side as the desktop composes it, with a folder of its own and no window. */
export const aDesktop = async (folder?: string, layer: FileLayer = diskLayer): Promise<TestDesktop> =>
  nodeSide(folder ?? (await aFolder()), layer)
