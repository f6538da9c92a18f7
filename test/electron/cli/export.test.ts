import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { lockFor, newRecipientKey } from '#node/trust/recipient-key.ts'
import { readFile } from 'node:fs/promises'
import { answerOf, aFolderFor, theCommandLine } from './command-line.ts'
import { csvOf, MAP, ROWS } from './tables.ts'

const { run } = theCommandLine()
const folder = aFolderFor('export-')
const at = (name: string): string => join(folder(), name)
const LITTLE_WORK = 4

beforeAll(async () => {
  await run(['new', '--process', '001', '--out', at('start.rapx')])
  await writeFile(at('notes.csv'), csvOf(ROWS))
  await run(['import', 'notes', at('notes.csv'), '--into', at('start.rapx'), '--out', at('all.rapx'), '--map', MAP])
})

describe('a part of a file for an audience', () => {
  it('is written once, counted, and its source is left as it was', async () => {
    const before = await readFile(at('all.rapx'))
    const words = ['export', at('all.rapx'), '--audience', 'public', '--out', at('public.rapx'), '--json']
    const made = answerOf(await run(words))
    expect(made).toMatchObject({ ok: true, outside: 0, locked: false })
    expect(answerOf(await run(['inspect', at('public.rapx'), '--json']))).toMatchObject({
      kind: 'projection',
      audience: 'public',
      notes: made['notes'],
      streams: [],
    })
    expect(answerOf(await run(words))).toMatchObject({ ok: false, exit: 4, failure: { code: 'EEXIST' } })
    expect(Buffer.compare(before, await readFile(at('all.rapx')))).toBe(0)
  })

  it('holds the notes of the sections that were asked for, and those of all of them together make the whole', async () => {
    const whole = answerOf(await run(['inspect', at('all.rapx'), '--json'])) as unknown as {
      sections: readonly { label: string; notes: number }[]
    }
    const section = whole.sections.find(({ notes }) => notes > 0)
    const words = ['export', at('all.rapx'), '--audience', 'circle']
    const made = answerOf(
      await run([...words, '--sections', section?.label ?? '', '--out', at('section.rapx'), '--json']),
    )
    expect(made).toMatchObject({ ok: true, notes: section?.notes })
    const unknown = [...words, '--sections', 'Atlantide', '--out', at('x.rapx')]
    expect(answerOf(await run([...unknown, '--json']))).toMatchObject({ exit: 2, failure: { type: 'PlaceUnknown' } })
  })

  it('is read with the passphrase or the key that it is locked with', async () => {
    const clear = await readFile(at('all.rapx'))
    const { recipient, identity } = await newRecipientKey()
    await writeFile(at('for-key.rapx'), await lockFor(clear, { recipient }))
    await writeFile(at('key.txt'), `# created today\n${identity}\n`)
    await writeFile(at('by-words.rapx'), await lockFor(clear, { passphrase: 'quatre mots pour eux' }, LITTLE_WORK))
    await writeFile(at('words.txt'), 'quatre mots pour eux\n')
    expect(answerOf(await run(['inspect', at('for-key.rapx'), '--json']))).toMatchObject({
      exit: 3,
      failure: { type: 'NotForUs' },
    })
    expect(answerOf(await run(['inspect', at('by-words.rapx'), '--json']))).toMatchObject({
      exit: 2,
      failure: { type: 'FileLocked' },
    })
    const merged = ['merge', at('for-key.rapx'), at('by-words.rapx'), '--dry-run', '--json']
    const keys = ['--identity-file', at('key.txt'), '--passphrase-file', at('words.txt')]
    const { notes } = answerOf(await run(['inspect', at('all.rapx'), '--json']))
    expect(answerOf(await run([...merged, ...keys]))).toMatchObject({ ok: true, notes })
  })
})
