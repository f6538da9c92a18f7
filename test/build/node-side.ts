import { basename, join } from 'node:path'
import { compose } from '#node/compose.ts'
import { diskLayer } from '#node/disk/disk-layer.ts'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { replaceFile } from '#node/disk/whole-file.ts'
import { doJob } from '#node/do-job.ts'
import { clock, digest, randomBytes } from '#node/machine.ts'
import type { Composed, Ports, RunJob } from '#node/ports.ts'
import type { Self } from '#node/store/lock.ts'
import { contract, type PageContract } from '#shared/contract/contract.ts'
import { createClient } from '#shared/contract/dispatch.ts'
import type { Client } from '#shared/contract/method.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'

/** Jobs done where they are asked for; what crosses is copied, as between processes. */
export const jobsOn =
  (layer: FileLayer): RunJob =>
  (job, onProgress) => ({
    result: doJob(structuredClone(job), (share) => onProgress(share), layer).then(
      (value) => ok(structuredClone(value)),
      (error: unknown) => fail({ type: 'JobFailed' as const, reason: String(error) }),
    ),
    cancel: () => {},
  })

export interface NodeSide {
  readonly client: Client<PageContract>
  readonly composed: Composed
  readonly folder: string
  /** Files that the person saved, by name. */
  readonly delivered: Map<string, string>
  /** A token for a file of the disk, as a dialog would give. */
  give(path: string): string
}

let processes = 0
/** A program that has just started, on a computer where no other one runs: whoever had a lock has stopped. */
export const aProcess = (host = 'test computer'): Self => {
  const pid = (processes += 1)
  return { host, pid, startOf: (asked) => (asked === pid ? `start of ${pid}` : null) }
}

/** The node side as the desktop composes it, without a window; it needs no test runner. */
export async function nodeSide(
  folder: string,
  layer: FileLayer = diskLayer,
  own: Partial<Ports> = {},
): Promise<NodeSide> {
  const delivered = new Map<string, string>()
  const tokens = new Map<string, { readonly path: string; readonly name: string }>()
  const give = (path: string, name = basename(path)): string => {
    const known = [...tokens].find(([, file]) => file.path === path)?.[0]
    const token = known ?? `${tokens.size} ${name}`
    tokens.set(token, { path, name })
    return token
  }
  const ports: Ports = {
    dataFolder: folder,
    clock,
    randomBytes,
    digest,
    self: aProcess(),
    files: {
      choose: async () => [],
      take: () => [],
      path: (token) => tokens.get(token)?.path,
      give: (files) => files.map(({ path, name }) => ({ token: give(path, name), name })),
      name: (token) => tokens.get(token)?.name,
    },
    delivery: {
      save: async (name, bytes) => {
        const path = join(folder, name)
        await replaceFile(layer, path, bytes)
        delivered.set(name, path)
        return { path, name }
      },
      reveal: () => {},
      open: async () => true,
    },
    runJob: jobsOn(layer),
    emit: () => {},
    log: () => {},
    ...own,
  }
  const composed = await compose(ports, layer)
  return {
    client: createClient(contract, (method, input) => composed.call(method, input)),
    composed,
    folder,
    delivered,
    give: (path) => give(path),
  }
}

/** The value of a call that must have gone well. */
export function done<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
