/** Measures and colours of a printed document, in one place. Lengths are twentieths of a point, type sizes half-points. */
export const PAGE = {
  width: 11906,
  height: 16838,
  top: 1480,
  bottom: 1240,
  side: 1260,
  header: 600,
  footer: 560,
} as const
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side

/** Room kept in the margin for the numbers of paragraphs and notes. */
export const NUMBER_HANG = 540

export const INK = {
  text: '1B2330',
  muted: '4A5565',
  accent: '1F5FA8',
  heading: '123B6B',
  rule: 'D3D9E1',
  box: 'EEF1F5',
  warning: '8A4B00',
} as const

/** Families present on every Word, or replaced by others of the same widths. */
export const FONTS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' } as const

export const BODY_SIZE = 22
/** Of a document that must hold on two pages. */
export const SMALL_SIZE = 20

/** A number that is written beside its paragraph rather than in it. */
export const NUMBER_TYPE = { size: 19, color: INK.muted } as const
