import { describe, expect, it } from 'vitest'
import type { FileLayer } from '#node/disk/file-layer.ts'
import { sha256 } from '../build/author.ts'
import { powerCuts } from './power-cuts.ts'

const CASES = 400

/** Says that the disk has what only the system has. */
const withoutFlush = (disk: FileLayer): FileLayer => ({
  makeFolder: (path) => disk.makeFolder(path),
  list: (folder) => disk.list(folder),
  read: (path) => disk.read(path),
  rename: (from, to) => disk.rename(from, to),
  remove: (path) => disk.remove(path),
  open: async (path, how) => ({ ...(await disk.open(path, how)), sync: async () => {} }),
  syncFolder: (folder) => disk.syncFolder(folder),
})

const withoutFolderFlush = (disk: FileLayer): FileLayer => ({
  ...withoutFlush(disk),
  open: (path, how) => disk.open(path, how),
  syncFolder: async () => {},
})

/** Finds every line of a journal as it should be; ids and seals are made as ever. */
const believesAll = (text: string): string => (/^\{"(v|n|end)":/.test(text) ? 'A'.repeat(43) : sha256(text))

describe('power cuts between any two calls', () => {
  it('lose nothing that the program called saved', async () => {
    expect(await powerCuts(CASES, 1)).toMatchObject({ failed: 0, lost: 0 })
  })

  it.each([
    ['files are not flushed', { layer: withoutFlush }],
    ['folders are not flushed', { layer: withoutFolderFlush }],
  ])('are seen to lose when %s', async (_what, mutant) => {
    const { failed, lost } = await powerCuts(CASES, 1, mutant)
    expect(failed).toBeGreaterThan(0)
    expect(lost).toBeGreaterThan(0)
  })

  it('are seen when a checksum finds everything right', async () => {
    const { failed } = await powerCuts(CASES, 1, { digest: believesAll, longTexts: true })
    expect((await powerCuts(CASES, 1, { longTexts: true })).failed).toBe(0)
    expect(failed).toBeGreaterThan(0)
  })
})
