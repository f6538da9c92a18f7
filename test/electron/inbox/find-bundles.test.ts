import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBundles } from '#node/inbox/find-bundles.ts'
import { FOLDER_LIMITS } from '#shared/exchange/limits.ts'
import { aFolder } from '../../build/desktop.ts'

async function aFolderOf(names: readonly string[]): Promise<string> {
  const folder = await aFolder()
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), 'PK')
  }
  return folder
}
const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await findBundles(folder)).files.map(({ name }) => name)

describe('the contributions in a folder', () => {
  it('are those of the folders inside too, named by their way, in the order of their names', async () => {
    const folder = await aFolderOf(['b.rapx', 'Afrique/seance 2.rapx', 'Afrique/seance 1.RAPX', 'MEWA/sud/m.rapx.zip'])
    expect(await namesIn(folder)).toEqual([
      'Afrique/seance 1.RAPX',
      'Afrique/seance 2.rapx',
      'MEWA/sud/m.rapx.zip',
      'b.rapx',
    ])
  })

  it('are neither what is still arriving, nor what programs and synchronisers leave beside', async () => {
    const folder = await aFolderOf([
      'vrai.rapx',
      '~$vrai.rapx',
      '.~lock.vrai.rapx#',
      '._vrai.rapx',
      'vrai.rapx.part',
      'vrai.rapx.crdownload',
      'vrai.rapx.tmp',
      '.vrai.rapx.icloud',
      'vrai.rapx.nextcloud',
      '.corbeille/vrai.rapx',
      'notes.csv',
    ])
    expect(await namesIn(folder)).toEqual(['vrai.rapx'])
  })

  it('do not come through links, not even those that turn in a circle', async () => {
    const outside = await aFolderOf(['ailleurs.rapx'])
    const folder = await aFolderOf(['ici.rapx'])
    await symlink(outside, join(folder, 'lien'))
    await symlink(folder, join(folder, 'cercle'))
    await symlink(join(outside, 'ailleurs.rapx'), join(folder, 'lien.rapx'))
    expect(await namesIn(folder)).toEqual(['ici.rapx'])
  })

  it('are cut at a number and at a depth, and it is said', async () => {
    const deep = 'd/'.repeat(FOLDER_LIMITS.depth)
    const inside = await aFolderOf([`${deep}fond.rapx`])
    expect(await findBundles(inside)).toMatchObject({ isCut: false, files: [{ name: `${deep}fond.rapx` }] })
    expect(await findBundles(await aFolderOf([`${deep}d/trop.rapx`]))).toMatchObject({ isCut: true, files: [] })
    const many = Array.from({ length: FOLDER_LIMITS.files + 1 }, (_, n) => `${String(n).padStart(5, '0')}.rapx`)
    const cut = await findBundles(await aFolderOf(many))
    expect([cut.files.length, cut.isCut]).toEqual([FOLDER_LIMITS.files, true])
    const whole = await findBundles(await aFolderOf([...many.slice(1), 'lisez-moi.txt']))
    expect([whole.files.length, whole.isCut]).toEqual([FOLDER_LIMITS.files, false])
  })
})
