import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'
import { csvOf, MAP, ROWS } from './tables.ts'

const { run } = theCommandLine()
const folder = aFolderFor('merge-')
const at = (name: string): string => join(folder(), name)

const SECTIONS = ['a.rapx', 'b.rapx', 'c.rapx'] as const

/** Three sections, each with one contribution of its own on the same process. */
beforeAll(async () => {
  await run(['new', '--process', '001', '--out', at('start.rapx')])
  await run(['new', '--process', '002', '--out', at('other.rapx')])
  for (const [index, name] of SECTIONS.entries()) {
    await writeFile(at(`${name}.csv`), csvOf([ROWS[0] ?? [], ROWS[index + 1] ?? []]))
    await run(['import', 'notes', at(`${name}.csv`), '--into', at('start.rapx'), '--out', at(name), '--map', MAP])
  }
})

const hashOf = async (...words: readonly string[]): Promise<unknown> =>
  answerOf(await run(['merge', ...words, '--json']))['canonicalHash']

describe('merging files', () => {
  it('gives the same whatever the order', async () => {
    const [a, b, c] = SECTIONS.map(at) as [string, string, string]
    const merged = answerOf(await run(['merge', a, b, c, '--out', at('abc.rapx'), '--json']))
    expect(merged).toMatchObject({ ok: true, exit: 0, notes: 3, conflicts: 0, written: true })
    for (const order of [
      [c, a, b],
      [b, c, a],
    ]) {
      expect(await hashOf(...order, '--out', at('again.rapx'))).toBe(merged['canonicalHash'])
    }
    expect(answerOf(await run(['inspect', at('abc.rapx'), '--json']))).toMatchObject({
      canonicalHash: merged['canonicalHash'],
    })
  })

  it('changes nothing the second time', async () => {
    const [a, b] = SECTIONS.map(at) as [string, string, string]
    const once = await hashOf(a, b, '--out', at('once.rapx'))
    expect(await hashOf(at('once.rapx'), a, b, b, '--out', at('twice.rapx'))).toBe(once)
  })

  it('tries without writing', async () => {
    const { code, out } = await run(['merge', ...SECTIONS.map(at), '--dry-run', '--out', at('dry.rapx')])
    expect(code).toBe(0)
    expect(out).toContain('rien n’est écrit')
    expect(existsSync(at('dry.rapx'))).toBe(false)
    expect(await hashOf(...SECTIONS.map(at), '--dry-run')).toBe(
      await hashOf(...SECTIONS.map(at), '--out', at('wet.rapx')),
    )
  })
})

describe('merging a folder', () => {
  it('takes every file in it and in the folders inside, as if each had been named', async () => {
    await mkdir(at('inbox/sud'), { recursive: true })
    for (const [index, name] of SECTIONS.entries())
      await copyFile(at(name), at(index === 0 ? 'inbox/sud/a.rapx' : `inbox/${name}`))
    await writeFile(at('inbox/~$b.rapx'), 'lock')
    expect(await hashOf(at('inbox'), '--out', at('of-folder.rapx'))).toBe(
      await hashOf(...SECTIONS.map(at), '--dry-run'),
    )
  })

  it('says in a file what it did, of each file', async () => {
    const words = ['merge', at('inbox'), '--out', at('told.rapx'), '--report', at('told.json'), '--json']
    const { canonicalHash } = answerOf(await run(words))
    const report: unknown = JSON.parse(await readFile(at('told.json'), 'utf8'))
    expect(report).toMatchObject({ report: 'rapporteur-merge', version: 1, notes: 3, conflicts: 0, canonicalHash })
    expect(report).toHaveProperty('files.0.counts.note.added', 1)
    expect(report).toHaveProperty('files.2.counts.note.added', 1)
  })

  it('is refused when it holds none', async () => {
    await mkdir(at('empty'))
    const { code, err } = await run(['merge', at('empty'), '--out', at('none.rapx')])
    expect([code, existsSync(at('none.rapx'))]).toEqual([3, false])
    expect(err).toContain('ne contient aucun fichier .rapx')
  })
})

describe('a merge that is refused', () => {
  /** Nothing is written: neither the file that was asked for, nor a part of one beside it. */
  async function refused(words: readonly string[], code: number, said: RegExp): Promise<void> {
    const before = await readdir(folder())
    const ran = await run(['merge', ...words, '--out', at('refused.rapx')])
    expect(ran.err).toMatch(said)
    expect(ran).toMatchObject({ code, out: '' })
    expect(await readdir(folder())).toEqual(before)
  }

  it('because a file ends before its end', async () => {
    const whole = await readFile(at('b.rapx'))
    for (const share of [0.2, 0.9]) {
      await writeFile(at('cut.rapx'), whole.subarray(0, Math.floor(whole.length * share)))
      await refused([at('a.rapx'), at('cut.rapx')], 3, /cut\.rapx.*incomplet/s)
    }
  })

  it('because a byte has changed on the way', async () => {
    const bytes = await readFile(at('b.rapx'))
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff
    await writeFile(at('changed.rapx'), bytes)
    await refused([at('a.rapx'), at('changed.rapx')], 3, /changed\.rapx/)
  })

  it('because a file is something else', async () => {
    await writeFile(at('letter.rapx'), 'Chère Awa,')
    await refused([at('a.rapx'), at('letter.rapx')], 3, /pas un fichier \.rapx/)
  })

  it('because a file belongs to another process', async () => {
    await refused([at('a.rapx'), at('other.rapx')], 3, /autre processus/)
  })

  it('because a file is not there', async () => {
    await refused([at('a.rapx'), at('nowhere.rapx')], 4, /nowhere\.rapx.*ENOENT/s)
  })

  it('because its folder may not be written', async () => {
    await writeFile(at('not-a-folder'), '')
    const { code, err } = await run(['merge', at('a.rapx'), at('b.rapx'), '--out', at('not-a-folder/out.rapx')])
    expect(code).toBe(4)
    expect(err).toContain('n’ont pas été modifiés')
  })

  it('because the name that was asked for is a folder', async () => {
    await mkdir(at('taken.rapx'))
    const before = await readdir(folder())
    expect(await run(['merge', at('a.rapx'), at('b.rapx'), '--out', at('taken.rapx')])).toMatchObject({ code: 4 })
    expect(await readdir(folder())).toEqual(before)
  })
})
