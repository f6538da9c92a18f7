import { describe, expect, it } from 'vitest'
import { selectFor } from '#shared/exchange/select.ts'
import { WHOLE } from '#shared/exchange/scope.ts'
import type { Operation } from '#shared/operation/operation.ts'
import { makeSearchedBundle } from '#node/exchange/make-bundle-of-store.ts'
import { packBundle } from '#node/exchange/make-bundle.ts'
import { searchBundle } from '#node/exchange/search-bundle.ts'
import { CONSULTATION, idOf, sha256 } from '../../build/author.ts'
import { someSteps, World } from '../../build/history.ts'
import { lawOf } from '../../build/law.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const place = { stream: idOf('series'), seq: 1, prev: null }
const orderFor = (kind: 'complete' | 'projection') =>
  ({ kind, audience: 'public', consultation: CONSULTATION, place }) as const

/** What is found in a file of these operations, whatever a rule would have selected. */
async function foundIn(told: Workspace, sent: readonly Operation[], kind: 'complete' | 'projection' = 'projection') {
  const { operations, device } = told
  const { bytes } = await packBundle(sent, device.fold, orderFor(kind), sha256)
  return searchBundle(bytes, { operations, sent, fold: device.fold, kind })
}

const made = ({ operations, device }: Workspace, kind: 'complete' | 'projection' = 'projection') =>
  makeSearchedBundle(operations, device.fold, orderFor(kind), sha256)

const closed = (level = 5): Workspace =>
  aWorkspace()
    .session('À huis clos', level)
    .speaker('Awa Diop', { organisation: 'Ville de Dakar', function: 'mairesse', phone: '+221 33 849 00 00' })
    .note('Des puits pour Yoff')

describe('The search of a finished file', () => {
  lawOf('finds nothing in what the rules let leave, whatever happened', someSteps(), async (steps) => {
    const world = World.after(steps)
    const fold = world.fold()
    for (const kind of ['projection', 'complete'] as const) {
      const handed = await makeSearchedBundle(world.operations, fold, orderFor(kind), sha256)
      expect(handed.ok).toBe(true)
    }
  })

  it.each(['Awa Diop', 'Ville de Dakar', 'mairesse', '+221 33 849 00 00'])(
    'finds %s where it must not be',
    async (word) => {
      const told = closed()
      const guilty = told.operations.filter(({ body }) => Object.values(body?.set ?? {}).includes(word))
      expect(guilty.length).toBeGreaterThan(0)
      const sent = [...selectFor(told.operations, told.device.fold, 'projection', WHOLE), ...guilty]
      expect((await foundIn(told, sent)).leaked).toContain(word)
    },
  )

  it('finds what a complete file must not hold', async () => {
    const told = closed(1)
    const phone = told.operations.filter(({ head }) => head.k === 'p')
    const sent = [...selectFor(told.operations, told.device.fold, 'complete', WHOLE), ...phone]
    expect((await foundIn(told, sent, 'complete')).leaked).toEqual(['+221 33 849 00 00'])
  })

  it('finds a name that travels in another class than its own', async () => {
    const told = closed()
    const guilty = told.operations.filter(({ body }) => body?.set['name'] === 'Awa Diop')
    const sent = [
      ...selectFor(told.operations, told.device.fold, 'projection', WHOLE),
      ...guilty.map((operation) => ({ ...operation, head: { ...operation.head, k: 'c' as const } })),
    ]
    expect((await foundIn(told, sent)).leaked).toContain('Awa Diop')
  })

  it('finds the words of a note off the record', async () => {
    const told = closed(1).note('Rien de ceci ne sortira', { level: 6 })
    const guilty = told.operations.filter(({ body }) => body?.set['text'] === 'Rien de ceci ne sortira')
    const sent = [...selectFor(told.operations, told.device.fold, 'projection', WHOLE), ...guilty]
    expect((await foundIn(told, sent)).leaked).toContain('Rien de ceci ne sortira')
  })

  it('lets a word through that stands in what is permitted: a city in a text, a function called as a field', async () => {
    const told = closed()
      .speaker('Bo Li', { organisation: 'Dakar', function: 'session' })
      .note('On cite Dakar en exemple')
    expect((await made(told)).ok).toBe(true)
  })

  it('lists the notes whose text names someone who is protected', async () => {
    const told = closed().note('Mme Diop l’a redit').note('Awa Diop l’avait demandé')
    told.note('La mairesse est venue')
    const handed = await made(told)
    expect(handed.ok && handed.value.cited).toEqual([
      { record: told.id('Awa Diop l’avait demandé'), words: ['Awa Diop'] },
    ])
  })

  it('lists no note for someone who is named with what they said', async () => {
    const told = closed(1).note('Awa Diop l’avait demandé')
    const handed = await made(told)
    expect(handed.ok && handed.value.cited).toEqual([])
  })
})
