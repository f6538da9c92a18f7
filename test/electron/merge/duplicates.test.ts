import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { done } from '../../build/desktop.ts'
import { Installation } from '../../build/installation.ts'

const SAID = 'Les villes intermédiaires demandent un accès direct aux fonds climat, sans garantie de l’État.'
const HEARD = 'Les villes intermediaires demandent l’acces direct aux fonds climat sans garantie de l’État'

const find = async ({ side }: Installation, asked?: readonly string[]) =>
  done(await side.client['duplicates.find']({ job: 'd', ...(asked === undefined ? {} : { asked: [...asked] }) }))

/** Two rapporteurs in one room, and the section that has the notes of both. */
async function twoRapporteurs() {
  const [here, there] = [await Installation.begin(), await Installation.begin()]
  const [ours, theirs] = [await here.note(SAID), await there.note(HEARD)]
  const file = await there.send()
  const put = await here.side.client['bundle.merge']({ files: [here.side.give(file)], job: 'm', settle: [] })
  return { here, there, ours, theirs, file, imported: done(put).import }
}

describe('Notes that two rapporteurs took of one intervention', () => {
  it('are found once both are here, told who took which', async () => {
    const { here, ours, theirs, file } = await twoRapporteurs()
    const { pairs, takers, takenBy } = await find(here)
    expect(pairs).toMatchObject([{ one: [ours, theirs].toSorted()[0], nearness: 'moment' }])
    expect([takers[takenBy[ours] ?? -1], takers[takenBy[theirs] ?? -1]]).toEqual([
      { isOurs: true, file: null, number: null },
      { isOurs: false, file: file.split('/').at(-1), number: null },
    ])
  })

  it('are not found twice when a later file brings them again', async () => {
    const { here, there } = await twoRapporteurs()
    await there.note('Une plateforme commune de la qualité de l’air manque aux petites villes.')
    done(await here.side.client['bundle.merge']({ files: [here.side.give(await there.send())], job: 'm', settle: [] }))
    expect((await find(here)).pairs).toHaveLength(1)
  })

  it('are looked for among what came alone, when the rest was compared already', async () => {
    const { here, ours, theirs } = await twoRapporteurs()
    const other = await here.note('Une plateforme commune de la qualité de l’air manque aux petites villes.')
    expect([(await find(here, [other])).pairs, (await find(here, [theirs])).pairs.length]).toEqual([[], 1])
    expect((await find(here, [ours])).pairs).toHaveLength(1)
  })

  it('leave with their file when it is withdrawn, although they were linked, and are linked again when it comes back', async () => {
    const { here, ours, theirs, imported } = await twoRapporteurs()
    const { client } = here.side
    const pairs = [{ one: ours, other: theirs }]
    done(await client['edit.apply']({ type: 'pairs.judge', pairs, judgement: 'same' }))
    done(await client['import.withdraw']({ import: imported }))
    const withdrawn = await here.texts()
    done(await client['import.restore']({ import: imported }))
    const { records } = done(await client['workspace.read']({}))
    const linked = records.filter(({ kind }) => kind === 'pair').map(({ f }) => f['judgement'])
    expect([withdrawn, (await here.texts()).length, linked]).toEqual([[SAID], 2, ['same']])
  })
})

describe('A table put in twice', () => {
  it('makes no note that resembles itself', async () => {
    const here = await Installation.begin()
    const path = join(here.side.folder, 'notes.csv')
    await writeFile(path, `texte\n"${SAID}"\n"Les ports du delta veulent un registre commun des crues."\n`)
    const options = { map: 'text=texte', voices: 'none', create: [], lang: 'fr' } as const
    const put = async () => here.side.client['table.import']({ file: here.side.give(path), ...options, create: [] })
    const [first, second] = [await put(), await put()]
    expect([first.ok, second.ok]).toEqual([true, true])
    expect((await find(here)).pairs).toEqual([])
  })
})
