// One of two programs on one store: r14-program.js FOLDER NAME. Opens it, tells how, and writes until its input ends.
import { diskLayer } from '#node/disk/disk-layer.ts'
import { randomBytes, self } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { nodeSide } from '../build/node-side.ts'
import { capture, CONSULTATION } from './a-consultation.ts'
import { tell, tellOpened } from './a-writer.ts'

const [folder = '', name = ''] = process.argv.slice(2)
process.stdin.resume()
const side = await nodeSide(folder, diskLayer, { self })
const opened = await side.client['consultation.open']({ consultation: CONSULTATION })
if (opened.ok) tellOpened(opened.value)
else tell({ type: 'refused', failure: opened.failure.type })
while (!process.stdin.readableEnded) {
  const id = newId(randomBytes)
  tell({ type: 'asked', id, text: name })
  const saved = await side.client['edit.apply'](capture(id, name))
  if (saved.ok) tell({ type: 'saved', id, text: name })
  else await new Promise((resume) => setTimeout(resume, 20))
}
await side.composed.close()
