import { Document, Packer } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Outline } from '#shared/report/outline.ts'
import type { SanitisedOutline } from '#shared/report/sanitise.ts'
import { canLayOut } from './can-lay-out.ts'
import { writeBlock } from './docx-blocks.ts'
import { documentNumbering } from './docx-numbering.ts'
import { pageFrame } from './docx-page.ts'
import type { Writing } from './docx-runs.ts'
import { documentStyles } from './docx-styles.ts'
import { finishDocx } from './finish-docx.ts'

/**
 * A Word file from an outline: the same outline always gives the same bytes.
 *
 * `onProgress` hears of each block as it is written; the file is closed after the last. The contents say page numbers
 * when the document is short enough to lay out its pages, and are links alone otherwise: they are never left to Word
 * to fill in.
 */
export async function outlineToDocx(
  outline: SanitisedOutline,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Uint8Array> {
  const writing = startWriting(outline)
  const children = outline.blocks.flatMap((block, index) => {
    const written = writeBlock(block, outline, writing)
    onProgress(index + 1, outline.blocks.length)
    return written
  })
  const document = new Document({
    title: outline.title,
    subject: outline.documentKind,
    creator: outline.organiser,
    lastModifiedBy: outline.organiser,
    styles: documentStyles(outline.lang, outline.compact),
    numbering: documentNumbering,
    footnotes: writing.footnotes,
    sections: [{ ...pageFrame(outline, writing), children }],
    ...(writing.withPageNumbers && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
  })
  return await finishDocx(await Packer.toBuffer(document), outline, writing.tables)
}

function startWriting({ blocks }: Outline): Writing {
  return {
    annexNumbers: new Set(blocks.flatMap((block) => (block.type === 'annexNote' ? [block.number] : []))),
    withPageNumbers: blocks.some(({ type }) => type === 'contents') && canLayOut(blocks),
    footnotes: {},
    tables: [],
  }
}
