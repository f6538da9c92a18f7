import { readFile } from 'node:fs/promises'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import { MAIN, openWordFile, readText } from '#node/report/word-file.ts'
import { elementsIn } from '#node/report/xml-tree.ts'

/** A Word document as its reader has it: one text for each paragraph. Throws when our inspector finds anything. */
export async function paragraphsIn(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path)
  const findings = await inspectDocx(bytes)
  if (findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 5)))
  const { file } = await openWordFile(bytes)
  const main = file.trees.get(MAIN)
  if (main === undefined) throw new Error('No document')
  return [...elementsIn(main.root)].filter(({ name }) => name === 'w:p').map(readText)
}

/** Every text of the file, those that no reader sees included. */
export async function allTextIn(path: string): Promise<string> {
  const { file } = await openWordFile(await readFile(path))
  return [...file.parts.values()].map((part) => new TextDecoder().decode(part)).join('\n')
}
