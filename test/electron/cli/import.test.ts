import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectArchive } from '#node/archive/inspect-archive.ts'
import { openArchive, type Archive } from '#node/archive/archive.ts'
import type { Inspected } from '#shared/contract/archive-contract.ts'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'
import { csvOf, inWindows1252, MAP, ROWS, workbookOf } from './tables.ts'

const { run } = theCommandLine()
const folder = aFolderFor('import-')
const at = (name: string): string => join(folder(), name)

/** A process begun from the example's template, under a name of its own. */
async function begun(name: string): Promise<string> {
  await copyFile(at('start.rapx'), at(name))
  return at(name)
}

/** What a file holds, read by the program's own reader. */
async function archiveAt(file: string): Promise<Archive> {
  const archive = await openArchive(file)
  if (!archive.ok) throw new Error(archive.failure.type)
  return archive.value
}
const inspected = async (file: string): Promise<Inspected> => inspectArchive(await archiveAt(file))

const textsIn = async (file: string): Promise<string[]> =>
  [...(await archiveAt(file)).records.values()].flatMap(({ kind, f }) => (kind === 'note' ? [String(f['text'])] : []))

const importing = (table: string, into: string, ...more: readonly string[]) =>
  run(['import', 'notes', at(table), '--into', into, '--map', MAP, '--voices', 'column', ...more])

beforeAll(async () => {
  await run(['new', '--process', '001', '--out', at('start.rapx')])
  const text = csvOf(ROWS)
  await Promise.all([
    writeFile(at('utf-8.csv'), text),
    writeFile(at('utf-16.csv'), Buffer.from(`\ufeff${csvOf(ROWS, '\t')}`, 'utf16le')),
    writeFile(at('windows.csv'), inWindows1252(text)),
    writeFile(at('workbook.xlsx'), await workbookOf(ROWS)),
  ])
})

describe('importing a table', () => {
  it('reads the same contributions from every encoding and from a workbook, to the letter', async () => {
    const told = await Promise.all(
      ['utf-8.csv', 'utf-16.csv', 'windows.csv', 'workbook.xlsx'].map(async (table) => {
        const into = await begun(`${table}.rapx`)
        const { added, errors } = answerOf(await importing(table, into, '--json'))
        const { axes, sections, counts } = await inspected(into)
        expect((await textsIn(into)).toSorted()).toEqual(
          ROWS.slice(1)
            .map(([text = '']) => text)
            .toSorted(),
        )
        return { added, errors, axes, sections, counts }
      }),
    )
    expect(told[0]).toMatchObject({ added: 4, errors: [], counts: { note: 4, voice: 4, person: 3 } })
    expect(told.slice(1)).toEqual([told[0], told[0], told[0]])
  })

  it('takes the good rows, and tells each refused one by its line', async () => {
    const rows = [
      ...ROWS,
      ['Texte sans axe connu', 'La Lune', 'AFR', '', '', 'fr'],
      ['', 'Inégalités', 'AFR', '', '', 'fr'],
    ]
    await writeFile(at('refused.csv'), csvOf(rows))
    const into = await begun('refused.rapx')
    const { code, out, err } = await importing('refused.csv', into)
    expect(code).toBe(1)
    expect(out).toContain('4 notes')
    expect(err).toMatch(/Ligne 6\b.*La Lune/)
    expect(err).toMatch(/Ligne 7\b/)
    expect(await inspected(into)).toMatchObject({ notes: 4 })
  })

  it('makes an axis only when that was asked', async () => {
    await writeFile(at('moon.csv'), csvOf([ROWS[0] ?? [], ['Vu d’en haut', 'La Lune', 'AFR', '', '', 'fr']]))
    const [closed, open] = [await begun('closed.rapx'), await begun('open.rapx')]
    expect(await importing('moon.csv', closed)).toMatchObject({ code: 1 })
    expect(await inspected(closed)).toMatchObject({ notes: 0, counts: { axis: 4 } })
    expect(await importing('moon.csv', open, '--create', 'axes')).toMatchObject({ code: 0 })
    expect(await inspected(open)).toMatchObject({ notes: 1, counts: { axis: 5 } })
  })

  it('adds nothing when the same table comes again', async () => {
    const into = await begun('again.rapx')
    const first = answerOf(await importing('utf-8.csv', into, '--json'))
    const second = answerOf(await importing('utf-8.csv', into, '--json'))
    expect(second).toMatchObject({ added: 0, alreadyHere: 4, canonicalHash: first['canonicalHash'] })
  })

  it('adds only the corrected rows when a corrected table comes again', async () => {
    const wrong = [...ROWS, ['La mer monte.', 'Transition écolo', 'AFR', 'Awa Diop', 'Saint-Louis', 'fr']]
    const right = [...ROWS, ['La mer monte.', 'Transition écologique', 'AFR', 'Awa Diop', 'Saint-Louis', 'fr']]
    const into = await begun('corrected.rapx')
    await writeFile(at('contributions.csv'), csvOf(wrong))
    expect(await importing('contributions.csv', into)).toMatchObject({ code: 1 })
    await writeFile(at('contributions.csv'), csvOf(right))
    expect(answerOf(await importing('contributions.csv', into, '--json'))).toMatchObject({ added: 1, alreadyHere: 4 })
    // Awa Diop is still one voice on this axis.
    expect(await inspected(into)).toMatchObject({ notes: 5, counts: { voice: 4, person: 3, organisation: 3 } })
  })

  it('writes beside when asked, and leaves the given file as it is', async () => {
    const into = await begun('beside.rapx')
    const before = await inspected(into)
    expect(await importing('utf-8.csv', into, '--out', at('other.rapx'))).toMatchObject({ code: 0 })
    expect(await inspected(into)).toEqual(before)
    expect(await inspected(at('other.rapx'))).toMatchObject({ notes: 4 })
  })
})

describe('a table that cannot be read', () => {
  it.each([
    ['a table with a quotation mark that never closes', 'open.csv', 'texte;axe\r\n"sans fin;Inégalités\r\n', 3],
    ['a PDF', 'really.csv', '%PDF-1.7\n', 3],
    ['nothing', 'empty.csv', '', 3],
  ])('is refused: %s', async (_, name, text, code) => {
    await writeFile(at(name), text)
    const out = at(`${name}.rapx`)
    const ran = await importing(name, at('start.rapx'), '--out', out)
    expect(ran.code).toBe(code)
    expect(ran.err).toContain('Rien n’a été importé')
    expect(existsSync(out)).toBe(false)
  })

  it('is told from a map that does not fit, which is an argument', async () => {
    const out = at('never.rapx')
    const words = ['import', 'notes', at('utf-8.csv'), '--into', at('start.rapx'), '--out', out, '--map']
    for (const map of [
      'axis=Axe',
      'text=Texte',
      'text=Contribution,colour=Axe',
      'text=Contribution,text=Axe',
      'text=',
    ]) {
      expect(await run([...words, map])).toMatchObject({ code: 2, out: '' })
    }
    expect(existsSync(out)).toBe(false)
  })

  it('is missing', async () => {
    const { code, err } = await importing('nowhere.csv', at('start.rapx'), '--out', at('never.rapx'))
    expect(code).toBe(4)
    expect(err).toContain('ENOENT')
  })
})
