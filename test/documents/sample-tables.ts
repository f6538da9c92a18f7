import { run, runs, type Table } from '#shared/report/outline.ts'

const SECTIONS = ['Afrique', 'ASPAC', 'Eurasie', 'Europe', 'MEWA', 'LATAM', 'NORAM', 'Metropolis', 'Régions']

export const coverage: Table = {
  type: 'table',
  caption: 'Couverture : intervenant·e·s par axe et par section',
  header: ['Axe', ...SECTIONS, 'Total'].map(runs),
  rows: [
    ['1. Habiter le littoral', '9', '12', '(4)', '7', '10', '14', '(1)', '(2)', '–', '59'],
    ['2. Ports et emplois', '13', '8', '6', '5', '(3)', '11', '(2)', '(2)', '(1)', '51'],
    ['3. Eau partagée', '10', '9', '5', '(4)', '12', '8', '–', '(1)', '–', '49'],
    ['4. Mémoire des rivages', '7', '6', '(2)', '6', '8', '9', '(3)', '(1)', '(1)', '43'],
  ].map((row) => row.map((text, column) => [run(text, column === 10 ? { bold: true } : {})])),
  widths: [24, 8, 8, 8, 8, 8, 8, 8, 10, 8, 6],
  figures: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  legend:
    'Entre parenthèses : moins de 5, non concluant. Tiret : aucune donnée. NORAM : consultation à confirmer. Metropolis et Forum des Régions : sections non activées, membres relevés en séance mondiale. Au 12 juin 2024.',
  small: true,
}

export const divergence: Table = {
  type: 'table',
  caption: 'Reculer ou protéger le trait de côte',
  header: ['Position', 'Sections', 'Organisations'].map(runs),
  rows: [
    ['Reculer : la digue coûte plus que le déplacement des rues basses.', 'Afrique, ASPAC', '7'],
    ['Protéger : déplacer un quartier défait les métiers qui le tiennent.', 'MEWA, LATAM', '5'],
  ].map((row) => row.map(runs)),
  widths: [58, 24, 18],
  figures: [2],
}

export const recommendations: Table = {
  type: 'table',
  caption: 'Recommandations par destinataire',
  header: ['Recommandation', 'Destinataire', 'Classe'].map(runs),
  rows: [
    [
      'Ouvrir une ligne de financement propre aux travaux de rivage de moins de deux millions.',
      'Bailleurs',
      'financement',
    ],
    ['Publier chaque année les relevés de salinité des nappes littorales.', 'Secrétariat mondial', 'mise en œuvre'],
    ['Former les équipes municipales à la lecture des cartes de submersion.', 'Sections', 'renforcement des capacités'],
    [
      'Inscrire les villes portuaires moyennes dans les négociations sur le fret.',
      'Gouvernements nationaux',
      'plaidoyer',
    ],
  ].map((row) => row.map(runs)),
  widths: [54, 22, 24],
  legend:
    'Chaque recommandation est portée par au moins trois sections ; les paragraphes cités donnent les contributions.',
}
