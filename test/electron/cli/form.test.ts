import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FILLED } from '../form/a-process.ts'
import { fillWord } from '../form/fill-form.ts'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'

const { run } = theCommandLine()
const folder = aFolderFor('form-')
const at = (name: string): string => join(folder(), name)

describe('forms on the command line', () => {
  it('are made from a template, and read back into a file of it', async () => {
    await run(['new', '--process', '001', '--out', at('f.rapx')])
    expect(await run(['form', '--process', '001', '--out', at('blank.docx')])).toMatchObject({ code: 0 })
    expect(await run(['form', '--process', at('f.rapx'), '--out', at('blank.xlsx'), '--lang', 'es'])).toMatchObject({
      code: 0,
    })
    await writeFile(at('fiche.docx'), await fillWord(await readFile(at('blank.docx')), FILLED))
    const importing = ['import', 'form', at('fiche.docx'), '--into', at('f.rapx'), '--json']
    expect(answerOf(await run(importing))).toMatchObject({ exit: 0, notes: 3, added: 3, people: 2, issues: [] })
    expect(answerOf(await run(importing))).toMatchObject({ exit: 0, notes: 3, added: 0, alreadyHere: 3, people: 0 })
  })

  it('say what is wrong, by line', async () => {
    const [session, , ...others] = [FILLED.session, ...FILLED.notes]
    const wrong = { session, notes: [['', '', '', '', 'A9', '', '', '', 'Un axe', ''], ...others] }
    await writeFile(at('wrong.docx'), await fillWord(await readFile(at('blank.docx')), wrong))
    const { code, err } = await run(['import', 'form', at('wrong.docx'), '--into', at('f.rapx')])
    expect([code, err]).toEqual([
      1,
      'Tableau «\u00a0Notes\u00a0», ligne 1\u00a0: axe inconnu, «\u00a0A9\u00a0». Prenez un code de la fiche, comme A1.\n',
    ])
    expect(await run(['import', 'form', at('f.rapx'), '--into', at('f.rapx')])).toMatchObject({ code: 3 })
    expect(await run(['form', '--process', '001', '--out', at('blank.pdf')])).toMatchObject({ code: 2 })
  })
})
