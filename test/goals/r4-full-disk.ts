// Mounts a disk of 64 kB in a folder, fills it with notes, gives it room again, and tells all of it: r4-full-disk.js FOLDER.
import { spawnSync } from 'node:child_process'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { randomBytes, self } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { done, nodeSide, type NodeSide } from '../build/node-side.ts'
import { capture, create, openAgain, PLACES } from './a-consultation.ts'
import { tell, tellOpened } from './a-writer.ts'

const REFUSALS = 3

const [folder = ''] = process.argv.slice(2)
mount('size=64k')
try {
  const side = await nodeSide(folder, diskLayer, { self })
  done(await create(side))
  for (const place of PLACES) done(await side.client['edit.apply'](place))
  await fill(side)
  await side.composed.close()
  await look()
  mount('remount,size=1m')
  const again = await look()
  if (!(await take(again, 'Il y a de la place')))
    tell({ type: 'refused', failure: 'nothing is saved once there is room' })
  await again.composed.close()
  await (await look()).composed.close()
} finally {
  spawnSync('umount', ['-l', folder])
}

/** Notes until the disk has refused several times. */
async function fill(side: NodeSide): Promise<void> {
  for (let refused = 0; refused < REFUSALS;) refused += (await take(side, 'Plein '.repeat(100))) ? 0 : 1
}

async function take({ client }: NodeSide, text: string): Promise<boolean> {
  const id = newId(randomBytes)
  tell({ type: 'asked', id, text: text.trim() })
  const saved = await client['edit.apply'](capture(id, text.trim()))
  if (saved.ok) tell({ type: 'saved', id, text: text.trim() })
  else tell({ type: 'refused', failure: 'code' in saved.failure ? saved.failure.code : saved.failure.type })
  return saved.ok
}

/** Another program opens it; when nothing can be written, it is still all there to be read. */
async function look(): Promise<NodeSide> {
  const side = await nodeSide(folder, diskLayer, { self })
  const workspace = await openAgain(side)
  if (workspace === null) throw new Error('The consultation is gone')
  tellOpened(workspace)
  return side
}

function mount(options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
