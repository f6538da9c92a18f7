import type { FileLayer } from '#node/disk/file-layer.ts'
import type { Ports, RunJob } from '#node/ports.ts'
import type { Self } from '#node/store/lock.ts'
import type { Digest } from '#shared/kit/ports.ts'
import { seededRandom } from '../build/author.ts'
import { jobsOn, nodeSide, type NodeSide } from '../build/node-side.ts'

/** Where the program keeps its data on a disk in memory. */
export const DATA = '/data'
/** A disk on which the program has run before: what is kept in reserve is there, and need not be big. */
export const USED: ReadonlyMap<string, Uint8Array> = new Map([[`${DATA}/reserve`, new Uint8Array(64)]])

/** What is other than usual: something wrong on purpose, to show that it would be seen. */
export interface Circumstances {
  /** Stands before the disk. */
  readonly layer?: (disk: FileLayer) => FileLayer
  readonly digest?: Digest
  /** Texts of many sectors, for what is rarely seen in short ones. */
  readonly longTexts?: boolean
  /** Another process than one that has just started, alone. */
  readonly self?: Self
}

/** For a program that only opens, writes a word and goes: what is done beside for later is not waited for. */
export const NO_JOBS: RunJob = () => ({ result: new Promise(() => {}), cancel: () => {} })

/** Starts the program on a disk, as a process of its own: those before it run no more. */
export function startOn(
  disk: FileLayer,
  seed: string,
  { layer = (same) => same, digest, self }: Circumstances = {},
  runJob?: RunJob,
): Promise<NodeSide> {
  const seen = layer(disk)
  const random = seededRandom(seed)
  const own: Partial<Ports> = {
    randomBytes: (count) => random(Math.min(count, 64)),
    runJob: runJob ?? jobsOn(seen),
    ...(digest === undefined ? {} : { digest }),
    ...(self === undefined ? {} : { self }),
  }
  return nodeSide(DATA, seen, own)
}
