import { outlineToDocx } from '#node/report/outline-to-docx.ts'
import { readParts } from '#node/report/word-parts.ts'
import type { Block, Outline } from '#shared/report/outline.ts'
import { sanitiseOutline } from '#shared/report/sanitise.ts'

/** A Word file from an outline as people may have typed it. */
export const wordOf = (outline: Outline): Promise<Uint8Array> => outlineToDocx(sanitiseOutline(outline).outline)

/** The smallest outline around some blocks. */
export const outlineOf = (blocks: readonly Block[], more: Partial<Outline> = {}): Outline => ({
  lang: 'fr',
  title: 'Titre',
  documentKind: 'Rapport',
  organiser: 'Réseau',
  version: 'Projet, 12 juin 2024',
  date: '2024-06-12',
  blocks,
  ...more,
})

/** The text of one part of a Word file. */
export const partOf = async (bytes: Uint8Array, path = 'word/document.xml'): Promise<string> =>
  (await readParts(bytes)).get(path)?.toString('utf8') ?? ''
