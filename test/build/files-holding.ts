import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file under a folder that holds these words. */
export async function filesHolding(folder: string, words: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && (await readFile(path)).includes(words)) found.push(path)
  }
  return found
}
