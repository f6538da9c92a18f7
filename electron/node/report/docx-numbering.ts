import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx'
import { NUMBERING_MARK } from '#shared/report/sanitise.ts'
import { INK, NUMBER_HANG, NUMBER_TYPE } from './look.ts'

const reference = { paragraphs: `${NUMBERING_MARK}paragraphs`, bullets: `${NUMBERING_MARK}bullets` }

/** What a paragraph says to be the next of a list. */
export const NUMBERING = {
  paragraphs: { numbering: { reference: reference.paragraphs, level: 0 } },
  bullets: { numbering: { reference: reference.bullets, level: 0 } },
} as const

/** Paragraphs are numbered in the margin, once from end to end: a citation gives the number, whatever the language. */
export const documentNumbering: INumberingOptions = {
  config: [
    {
      reference: reference.paragraphs,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { run: NUMBER_TYPE, paragraph: { indent: { start: 0, hanging: NUMBER_HANG } } },
        },
      ],
    },
    {
      reference: reference.bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { run: { color: INK.accent }, paragraph: { indent: { start: 300, hanging: 300 } } },
        },
      ],
    },
  ],
}
