import writeExcelFile from 'write-excel-file/node'

/** Contributions to the example process, as its sections might send them. */
export const ROWS: readonly (readonly string[])[] = [
  ['Contribution', 'Axe', 'Section', 'Intervenante', 'Organisme', 'Langue'],
  [
    'L’eau manque à l’été ; les nappes ne suffisent plus.',
    'Transition écologique',
    'AFR',
    'Awa Diop',
    'Saint-Louis',
    'fr',
  ],
  ['Il faut un budget « participatif », même réduit.', 'Inégalités', 'AFR', 'Awa Diop', 'Saint-Louis', 'fr'],
  [
    'La vivienda vacía debe volver al alquiler.',
    'Ciudades intermedias y desigualdades',
    'LATAM',
    'Inés Ñáñez',
    'Cuenca',
    'es',
  ],
  ['Œuvrer à l’accueil, cœur de l’entraide.', 'Lieux d’entraide', 'Europe', 'Zoë Noël', 'Brest', 'fr'],
]

export const MAP = 'text=Contribution,axis=Axe,region=Section,speaker=Intervenante,organisation=Organisme,lang=Langue'

export const csvOf = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + '\r\n').join('')

/** Windows’ western letters: what a spreadsheet of the last century, and many of this one, writes. */
export function inWindows1252(text: string): Buffer {
  const signs: Readonly<Record<string, number>> = { '’': 0x92, Œ: 0x8c, œ: 0x9c, '«': 0xab, '»': 0xbb }
  return Buffer.from(Array.from(text, (letter) => signs[letter] ?? letter.codePointAt(0) ?? 0x3f))
}

export const workbookOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile(rows.map((row) => row.map((value) => ({ value })))).toBuffer()
