import type { Card } from './gestures.ts'

export const PEOPLE = [
  { givenName: 'Awa', name: 'Sarr-Diop', organisation: 'Commune de Ndiourbel-Sud' },
  { givenName: 'Tomás', name: 'Iribarne', organisation: 'Municipio de Aguas Claras' },
  { givenName: 'Hanane', name: 'El Fassi', organisation: 'Réseau des oasis' },
  { givenName: 'Piotr', name: 'Wolanski', organisation: 'Union des villes moyennes' },
  { givenName: 'Grace', name: 'Otieno', organisation: 'Lakeside County' },
  { givenName: 'Mehdi', name: 'Karoui', organisation: 'Agence du littoral' },
] as const

/** Numbers of the dock. */
const [AWA, TOMAS, HANANE, PIOTR, GRACE, MEHDI, SOMEONE] = [1, 2, 3, 4, 5, 6, 7]
const NOBODY = 0

/** What stops a meeting, in minutes, before the card of that number. */
export const PAUSES: Readonly<Record<number, number>> = { 21: 14 }
/** Cards that come three at once, within a few seconds, each with the two before it. */
export const BURSTS: readonly number[] = [9, 17, 26, 37]

/** A round table of an hour, card by card. */
export const MEETING: readonly Card[] = [
  { speaker: AWA, axis: 1, text: 'Le budget de l’eau est voté deux ans après les études' },
  { speaker: AWA, axis: 1, text: 'La régie répare mille fuites par an avec trois équipes' },
  { speaker: AWA, axis: 1, text: 'Trois équipes pour un réseau de 420 km', toCheck: true },
  { speaker: TOMAS, axis: 1, text: 'La tarification sociale tient si la province compense' },
  { speaker: TOMAS, axis: 1, kind: 'recommendation', text: 'Inscrire la compensation dans la loi de finances' },
  { speaker: HANANE, axis: 1, text: 'Les oasis partagent l’eau par tours depuis des siècles' },
  { speaker: HANANE, axis: 1, lang: 'ar', text: 'الخطارات تحتاج إلى صيانة جماعية كل سنة' },
  { speaker: HANANE, axis: 2, text: 'Les jeunes quittent l’oasis dès que le puits baisse' },
  { speaker: PIOTR, axis: 2, text: 'Une ville moyenne perd ses ingénieur·e·s au profit de la capitale' },
  { speaker: PIOTR, axis: 2, scope: 'trend', text: 'Partout, les postes techniques restent vides' },
  { speaker: PIOTR, axis: 2, scope: 'trend', lang: 'ru', text: 'Зарплаты инженеров ниже, чем в частных компаниях' },
  { speaker: GRACE, axis: 2, scope: 'undecided', text: 'County colleges could train plumbers in one year', lang: 'en' },
  { speaker: GRACE, axis: 2, kind: 'question', text: 'Who pays the second year of training', lang: 'en' },
  {
    speaker: GRACE,
    axis: 2,
    speaksFor: 'delegation',
    text: 'The lake rises, and so do the insurance fees',
    lang: 'en',
  },
  { speaker: MEHDI, axis: 3, lang: 'fr', speaksFor: 'self', text: 'Le trait de côte recule de deux mètres par an' },
  { speaker: MEHDI, axis: 3, kind: 'figure', text: 'Quarante logements à déplacer avant cinq ans' },
  { speaker: MEHDI, axis: 3, kind: 'quote', text: '« On ne négocie pas avec la mer. »' },
  { speaker: TOMAS, axis: 3, channel: 'interpretation', text: 'Les digues déplacent l’érosion chez le voisin' },
  { speaker: TOMAS, axis: 3, channel: 'interpretation', stance: 'opposes', text: 'Le mur de soutènement proposé' },
  {
    speaker: TOMAS,
    axis: 3,
    channel: 'interpretation',
    speaksFor: 'working-group',
    text: 'Les pêcheurs n’ont pas été consultés',
  },
  { speaker: AWA, axis: 3, speaksFor: 'self', text: 'Reprise : la dune plantée a tenu trois hivers' },
  { speaker: AWA, axis: 3, scope: 'specificity', text: 'La dune tient parce que les troupeaux n’y passent plus' },
  { speaker: AWA, axis: 3, scope: 'undecided', text: 'Les gardes de la dune sont payés par la pêche' },
  { speaker: 'new', axis: 3, text: 'Au fond de la salle : personne ne parle des locataires' },
  { speaker: SOMEONE, axis: 3, text: 'Les locataires déplacés ne touchent aucune indemnité' },
  { speaker: HANANE, axis: 3, text: 'Le relogement doit garder les voisins ensemble' },
  { speaker: HANANE, axis: 3, doubtful: true, text: 'Deux quartiers l’ont fait sans crédit extérieur' },
  { speaker: NOBODY, axis: 3, text: 'Applaudissements, puis retour à l’ordre du jour' },
  { speaker: PIOTR, axis: 3, kind: 'divergence', text: 'Faut-il reconstruire sur place ou plus haut' },
  { speaker: GRACE, axis: 3, lang: 'en', text: 'Rebuilding in place costs less for four years only' },
  { speaker: MEHDI, axis: 3, lang: 'fr', text: 'L’agence publie la carte des reculs en mars' },
  { speaker: MEHDI, axis: 3, offRecord: true, text: 'Le préfet n’a pas encore signé la carte' },
  { speaker: AWA, axis: 3, offRecord: true, text: 'Deux maires demandent qu’elle attende les élections' },
  { speaker: AWA, axis: 3, text: 'Retour au compte rendu : la carte sera publique' },
  { speaker: AWA, axis: 3, kind: 'commitment', text: 'Réunir les communes du littoral avant juin' },
  { speaker: TOMAS, axis: 1, text: 'La province suivra les mêmes indicateurs d’eau' },
  { speaker: TOMAS, axis: 1, sensitive: true, text: 'Le fournisseur actuel a menacé de couper le réseau' },
  { speaker: GRACE, axis: 1, kind: 'priority', lang: 'en', text: 'Repair before building anything new' },
  { speaker: HANANE, axis: 1, lang: 'fr', kind: 'need', text: 'Un fonds d’entretien pour les réseaux collectifs' },
  { speaker: PIOTR, axis: 1, kind: 'chair-conclusion', text: 'L’entretien passe avant l’extension' },
]
