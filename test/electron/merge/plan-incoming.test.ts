import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PARTS } from '#shared/exchange/bundle.ts'
import { newId } from '#shared/kit/id.ts'
import { fail, ok, type Result } from '#shared/kit/result.ts'
import { planMerge } from '#shared/merge/plan-merge.ts'
import { canonicalHash } from '#shared/operation/canonical-hash.ts'
import type { NotSaved } from '#shared/contract/contract.ts'
import { packTexts } from '#node/exchange/zip.ts'
import { doJob } from '#node/do-job.ts'
import { clock, digest, randomBytes } from '#node/machine.ts'
import type { MergeOrder, PlannedMerge, ToPutIn } from '#node/merge/plan-incoming.ts'
import { openStore } from '#node/store/consultation-store.ts'
import { storePlace } from '#node/store/store-place.ts'
import { OpenWorkspace } from '#node/workspace/open-workspace.ts'
import type { Drop } from '#shared/operation/drop.ts'
import type { Operation } from '#shared/operation/operation.ts'
import type { RunJob, RunningJob } from '#node/ports.ts'
import { CONSULTATION } from '../../build/author.ts'
import { bundleOf } from '../../build/bundle.ts'
import { Device } from '../../build/device.ts'
import { aFolder, done, jobsHere } from '../../build/desktop.ts'
import { someSteps, World } from '../../build/history.ts'
import { MemoryLayer } from '../../build/memory-layer.ts'
import { aProcess, nodeSide } from '../../build/node-side.ts'
import { aNote, placesIn } from '../../build/note.ts'
import { saidIn } from '../../build/said.ts'
import { START } from '../../build/start.ts'

const place = storePlace('/data', CONSULTATION)
const CASES = Number(process.env['RAPPORTEUR_LAW_RUNS'] ?? 15)

async function opened(layer: MemoryLayer): Promise<OpenWorkspace> {
  const ports = { clock, digest, randomBytes, self: aProcess(), layer }
  return new OpenWorkspace(done(await openStore(place, ports, { begin: true })), ports)
}

async function fileOf(folder: string, operations: readonly Operation[], drops: readonly Drop[]): Promise<string> {
  const { manifest, operations: lines, drops: dropped } = bundleOf(operations, 'complete', drops)
  const path = join(folder, `${newId(randomBytes)}.rapx`)
  const parts = { [PARTS.manifest]: manifest, [PARTS.operations]: lines, [PARTS.drops]: dropped }
  await writeFile(path, await packTexts(parts))
  return path
}

/** As the program asks for it: what crosses is copied. */
async function planOn(layer: MemoryLayer, order: MergeOrder): Promise<Result<PlannedMerge, NotSaved>> {
  const answer = await doJob({ name: 'merge.plan', input: structuredClone(order) }, () => {}, layer)
  return structuredClone(answer) as Result<PlannedMerge, NotSaved>
}

const whole = ({ preview, toPutIn }: PlannedMerge): { preview: PlannedMerge['preview']; toPutIn: ToPutIn } => {
  if (toPutIn === null) throw new Error('Nothing to put in')
  return { preview, toPutIn }
}

describe('Contributions planned in a worker', () => {
  it(
    'go in as the dry run said, also when something is written meanwhile, and stay so after the program has gone',
    { timeout: 20_000 + CASES * 4_000 },
    async () => {
      const folder = await aFolder()
      const cases = fc.tuple(someSteps(), fc.boolean(), fc.boolean())
      const holds = fc.asyncProperty(cases, async ([steps, isFresh, isMoved]) => {
        const world = World.after(steps)
        const [mine, first, second] = world.devices.map(({ operations }) => [...operations.values()])
        const layer = new MemoryLayer()
        const workspace = await opened(layer)
        if (!isFresh)
          await workspace.begin({
            type: 'together',
            label: 'begin',
            entries: [{ type: 'batch', label: 'a', operations: mine ?? [] }],
          })
        const paths = [await fileOf(folder, first ?? [], []), await fileOf(folder, second ?? [], world.drops)]
        const files = paths.map((path) => ({ token: path, name: path, path }))
        const order = (upTo: number): MergeOrder => ({
          ...place,
          upTo,
          imports: workspace.store.state.imports,
          trust: [],
          vouched: paths,
          files,
          want: 'merge',
        })
        // One may be bare in a file and with what it says in the other.
        const both = new Map<string, Operation>()
        for (const one of [...(first ?? []), ...(second ?? [])]) both.set(one.id, { ...both.get(one.id), ...one })
        const here = planMerge(workspace.store.state.fold, workspace.records, [...both.values()], world.drops)
        let asked = 0
        const merged = done(
          await workspace.merge(async (upTo) => {
            const planned = whole(done(await planOn(layer, order(upTo))))
            asked += 1
            if (isMoved && asked === 1) await workspace.keepPoint('named')
            return ok(planned)
          }),
        )
        expect(asked).toBe(isMoved ? 2 : 1)
        const { plan } = merged.planned.preview
        expect([plan.counts, plan.conflicts, plan.replacesOurs]).toEqual([
          here.plan.counts,
          here.plan.conflicts,
          here.plan.replacesOurs,
        ])
        expect(canonicalHash(workspace.store.state.fold, digest)).toBe(canonicalHash(here.fold, digest))
        const again = done(await planOn(layer, { ...order(workspace.store.place.count) }))
        expect(again.preview.files.map(({ state }) => state)).toEqual(['already-here', 'already-here'])
        expect(again.toPutIn?.ids).toEqual([])
        await workspace.close()
        const reopened = await opened(layer)
        expect(saidIn(reopened.records)).toBe(saidIn(workspace.records))
        expect(canonicalHash(reopened.store.state.fold, digest)).toBe(canonicalHash(here.fold, digest))
      })
      await fc.assert(holds, { numRuns: CASES })
    },
  )

  it('are read again once the import that brought them is withdrawn', async () => {
    const layer = new MemoryLayer()
    const workspace = await opened(layer)
    await workspace.begin({ type: 'batch', label: 'begin', operations: [...START.operations] })
    const device = new Device('elsewhere')
    device.receive(START.operations)
    device.run(aNote({ note: device.newId(), text: 'Dit', ...placesIn(device.records.values()) }))
    const path = await fileOf(await aFolder(), [...device.operations.values()], [])
    const plan = async (upTo: number) => {
      const { imports } = workspace.store.state
      const files = [{ token: 'a', name: 'a.rapx', path }]
      return ok(
        whole(done(await planOn(layer, { ...place, upTo, imports, trust: [], vouched: ['a'], files, want: 'merge' }))),
      )
    }
    const merged = done(await workspace.merge(plan))
    const stateNow = async () => (await plan(workspace.store.place.count)).value.preview.files[0]?.state
    expect(await stateNow()).toBe('already-here')
    done(await workspace.setImport(merged.import, 'withdraw'))
    expect(await stateNow()).toBe('whole')
    done(await workspace.merge(plan))
    expect([...workspace.records.values()].some(({ f }) => f['text'] === 'Dit')).toBe(true)
  })

  it('change nothing when the person cancels', async () => {
    let end: (done: Awaited<RunningJob['result']>) => void = () => {}
    const runJob: RunJob = (job, onProgress) => {
      if (job.name !== 'merge.plan') return jobsHere(job, onProgress)
      const result = new Promise<Awaited<RunningJob['result']>>((done) => (end = done))
      return { result, cancel: () => end(fail({ type: 'JobCancelled' })) }
    }
    const { client, give } = await nodeSide(await aFolder(), undefined, { runJob })
    done(await client['consultation.create']({ template: '001' }))
    const before = done(await client['workspace.read']({}))
    const merged = client['bundle.merge']({ files: [give('/nowhere/a.rapx')], job: 'm', settle: [] })
    done(await client['job.cancel']({ job: 'm' }))
    expect(await merged).toEqual(fail({ type: 'JobCancelled' }))
    expect(done(await client['workspace.read']({}))).toEqual(before)
    expect(done(await client['import.list']({}))).toEqual([])
  })
})
