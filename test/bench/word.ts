import { deflateRawSync } from 'node:zlib'
import { Document, Packer, Paragraph } from 'docx'
import { outlineToDocx } from '#node/report/outline-to-docx.ts'
import type { Block, Outline } from '#shared/report/outline.ts'
import { sanitiseOutline } from '#shared/report/sanitise.ts'
import { medianTime, tell } from './figures.ts'

const TEXT =
  'Les villes intermédiaires demandent un accès direct aux fonds climat, sans garantie de l’État et sans passer par un programme national.'

/** An annex of many notes, as the global report has it: the part of a document that grows. */
function annex(notes: number): Outline {
  const blocks: Block[] = [{ type: 'heading', level: 1, text: 'Annexe' }]
  for (let number = 1; number <= notes; number += 1) {
    if (number % 50 === 1) blocks.push({ type: 'heading', level: 2, text: `Section ${number}` })
    blocks.push({
      type: 'annexNote',
      number,
      runs: [{ text: `${TEXT} (${number})` }],
      attribution: 'un gouvernement local d’Afrique',
    })
  }
  return {
    lang: 'fr',
    title: 'Banc d’essai',
    documentKind: 'Rapport',
    organiser: 'Essai',
    version: 'Projet, 19 mai 2021',
    date: '2021-05-19',
    blocks,
  }
}

async function word(notes: number): Promise<void> {
  const { outline } = sanitiseOutline(annex(notes))
  const runs = notes > 5_000 ? 3 : 5
  const ours = await medianTime(runs, () => outlineToDocx(outline))
  const paragraphs = Array.from({ length: notes }, (_, number) => `${TEXT} (${number})`)
  const peer = await medianTime(runs, () =>
    Packer.toBuffer(new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] })),
  )
  const xml = paragraphs.map(
    (text) => `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
  )
  // The least that any writer does: make the XML of the paragraphs as text, and compress it.
  const limit = await medianTime(runs, () => deflateRawSync(Buffer.from(xml.map((line) => `${line}\n`).join(''))))
  tell('word', 'annex of notes', notes, ours, peer, limit)
}

for (const notes of [1_000, 10_000]) await word(notes)
