import type { FileLayer, OpenFile } from '#node/disk/file-layer.ts'
import type { Chance } from '../chance.ts'

/** Before each call others may have their turn, as processes do that share a disk. */
export function slowDisk(inner: FileLayer, random: Chance): FileLayer {
  const slowly =
    <Given extends unknown[], Value>(call: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      for (let turns = random.below(4); turns > 0; turns -= 1) await new Promise((resume) => setImmediate(resume))
      return call(...given)
    }
  return {
    makeFolder: slowly((path: string) => inner.makeFolder(path)),
    list: slowly((folder: string) => inner.list(folder)),
    read: slowly((path: string) => inner.read(path)),
    rename: slowly((from: string, to: string) => inner.rename(from, to)),
    remove: slowly((path: string) => inner.remove(path)),
    syncFolder: slowly((folder: string) => inner.syncFolder(folder)),
    open: slowly(async (path: string, how: 'new' | 'append'): Promise<OpenFile> => {
      const file = await inner.open(path, how)
      return {
        write: slowly((bytes: Uint8Array) => file.write(bytes)),
        sync: slowly(() => file.sync()),
        close: slowly(() => file.close()),
      }
    }),
  }
}
