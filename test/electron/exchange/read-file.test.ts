import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGivenFile, type Opener } from '#node/exchange/read-file.ts'
import { aFolder } from '../../build/desktop.ts'

const failure = (type: string) => ({ ok: false, failure: { type } })

describe('a file that someone chose', () => {
  it('is read whole, up to its limit', async () => {
    const path = join(await aFolder(), 'a.rapx')
    await writeFile(path, 'Bonjour')
    expect(await readGivenFile(path, 7)).toEqual({ ok: true, value: Buffer.from('Bonjour') })
    expect(await readGivenFile(path, 6)).toEqual({ ok: true, value: null })
  })

  it('is no folder, and keeps nobody waiting when it is a pipe', async () => {
    const folder = await aFolder()
    await mkdir(join(folder, 'a.rapx'))
    expect(await readGivenFile(join(folder, 'a.rapx'), 10)).toEqual(failure('NotAFile'))
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(folder, 'pipe.rapx')])
    expect(await readGivenFile(join(folder, 'pipe.rapx'), 10)).toEqual(failure('NotAFile'))
  })

  it('that is not there is said with the code of the system', async () => {
    const path = join(await aFolder(), 'nowhere.rapx')
    expect(await readGivenFile(path, 10)).toEqual({ ok: false, failure: { type: 'FileUnreadable', code: 'ENOENT' } })
  })

  it('whose disk or cloud gives nothing is not waited for', async () => {
    const silent: Opener = () => new Promise(() => {})
    const seconds = 0.01
    expect(await readGivenFile('far.rapx', 10, silent, seconds)).toEqual({
      ok: false,
      failure: { type: 'TooSlow', seconds },
    })
  })

  it('that becomes shorter while it is read gives what there is', async () => {
    const shrinking: Opener = async () => ({
      stat: async () => ({ isFile: () => true, size: 10 }) as never,
      read: (async (_: unknown, at: number) => ({ bytesRead: at === 0 ? 4 : 0 })) as never,
      close: async () => {},
    })
    expect(await readGivenFile('a.rapx', 10, shrinking)).toEqual({ ok: true, value: Buffer.alloc(4) })
  })
})
