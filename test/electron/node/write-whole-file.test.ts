import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWholeFile } from '#node/write-whole-file.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'rapporteur-whole-'))

describe('writing a whole file', () => {
  it('replaces the old one and leaves nothing beside it', async () => {
    const path = join(folder(), 'rapport.docx')
    writeFileSync(path, 'old')
    await writeWholeFile(path, new TextEncoder().encode('new'))
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(join(path, '..'))).toEqual(['rapport.docx'])
  })

  it('leaves what was there, and nothing beside it, when it cannot be done', async () => {
    const here = folder()
    // A folder cannot be replaced by a file.
    const path = join(folder(), 'taken')
    await writeWholeFile(join(here, 'a'), new Uint8Array([1]))
    await expect(writeWholeFile(join(path, 'missing', 'b'), new Uint8Array())).rejects.toThrow('ENOENT')
    await expect(writeWholeFile(here, new Uint8Array([2]))).rejects.toThrow()
    expect(readdirSync(here)).toEqual(['a'])
    expect(readdirSync(join(here, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
