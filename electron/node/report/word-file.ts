import { readParts, type WordParts } from './word-parts.ts'
import { elementsIn, readXml, type XmlElement, type XmlTree } from './xml-tree.ts'

/** Something wrong in a Word file. An error may keep Word from opening it, or makes a document we promise never to write. */
export interface Finding {
  readonly level: 'error' | 'warning'
  readonly rule: string
  readonly message: string
}
export type Rule = (file: WordFile) => Iterable<Finding>

export interface WordFile {
  readonly parts: WordParts
  /** The XML parts that could be read, by path. */
  readonly trees: ReadonlyMap<string, XmlTree>
  readonly all: (name: string) => readonly XmlElement[]
}

export const MAIN = 'word/document.xml'
export const error = (rule: string, message: string): Finding => ({ level: 'error', rule, message })
export const warning = (rule: string, message: string): Finding => ({ level: 'warning', rule, message })

/** Open a Word file to inspect it; parts that are not well-formed are findings. */
export async function openWordFile(bytes: Uint8Array): Promise<{ file: WordFile; findings: readonly Finding[] }> {
  const parts = await readParts(bytes)
  const trees = new Map<string, XmlTree>()
  const findings: Finding[] = []
  for (const [path, content] of parts) {
    if (!/\.(xml|rels)$/.test(path)) continue
    try {
      trees.set(path, readXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)))
    } catch (cause) {
      findings.push(error('xml-wellformed', `${path}: ${cause instanceof Error ? cause.message : String(cause)}`))
    }
  }
  const all = (name: string) => [...trees.values()].flatMap((tree) => tree.all(name))
  return { file: { parts, trees, all }, findings }
}

/** What Word shows of an element: its texts, where a raw tab or line end is but a space, its tabs and line ends. */
export function readText(element: XmlElement): string {
  let text = ''
  for (const { name, text: words } of elementsIn(element)) {
    if (name === 'w:t') text += words.replace(/[\t\n\r]/g, ' ')
    else if (name === 'w:tab') text += '\t'
    else if (name === 'w:br') text += '\n'
  }
  return text
}
