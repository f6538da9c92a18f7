// Opens a store, tells what it found, and takes notes until the power goes: r24-writer.js FOLDER NAME ours|lowdb [read].
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { randomBytes, self } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { done, nodeSide } from '../build/node-side.ts'
import { capture, create, PLACES, textsOf } from './a-consultation.ts'
import { tell, tellOpened } from './a-writer.ts'

type Save = (id: string, text: string) => Promise<void>

async function openOurs(folder: string): Promise<Save> {
  const side = await nodeSide(folder, diskLayer, { self })
  const workspace = done(await create(side))
  tellOpened(workspace)
  const found = textsOf(workspace)
  for (const place of PLACES) if (!found.has(place.record)) done(await side.client['edit.apply'](place))
  return async (id, text) => void done(await side.client['edit.apply'](capture(id, text)))
}

/** As it comes: the whole file again for each note, under another name and then renamed. */
async function openLowdb(folder: string): Promise<Save> {
  const db = new Low<Record<string, string>>(new JSONFile(join(folder, 'db.json')), {})
  await db.read()
  tell({ type: 'opened', texts: Object.entries(db.data), readOnly: null })
  return (id, text) => db.update((data) => void (data[id] = text))
}

const [folder = '', name = '', store, only] = process.argv.slice(2)
const save = await (store === 'ours' ? openOurs(folder) : openLowdb(folder))
if (only === 'read') process.exit(0)
for (let count = 0; ; count += 1) {
  const id = newId(randomBytes)
  const text = `${name} ${count}${' Les nappes ne suffisent plus.'.repeat(8)}`
  tell({ type: 'asked', id, text })
  await save(id, text)
  tell({ type: 'saved', id, text })
}
