// Opens the store of a folder, tells what it found, and writes until it is killed: r1-writer.js FOLDER NAME [read].
import { diskLayer } from '#node/disk/disk-layer.ts'
import { self } from '#node/machine.ts'
import { chance } from '../build/chance.ts'
import { done, nodeSide } from '../build/node-side.ts'
import { tellOpened, TEMPLATE, writeForEver } from './a-writer.ts'

const [folder = '', name = '', only] = process.argv.slice(2)
const side = await nodeSide(folder, diskLayer, { self })
const workspace = done(await side.client['consultation.create']({ template: TEMPLATE }))
tellOpened(workspace)
if (only === 'read') process.exit(0)
await writeForEver(side, workspace, chance(Number(name)), name)
