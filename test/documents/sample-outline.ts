import { run, runs, type Block, type Outline, type Runs } from '#shared/report/outline.ts'
import { annexNotes } from './sample-annex.ts'
import { coverage, divergence, recommendations } from './sample-tables.ts'

const said = (text: string, more: Runs = []): Block => ({
  type: 'paragraph',
  numbered: true,
  runs: [run(text), ...more],
})
const heading = (level: 1 | 2 | 3, text: string): Block =>
  level === 1 ? { type: 'heading', level, text, pageBreak: true } : { type: 'heading', level, text }
const linked = (...numbers: number[]): Runs => [
  run(' ['),
  ...numbers.flatMap((n, index) => [run(index ? ', ' : ''), run(`${n}`, { noteLink: n })]),
  run(']'),
]

const front: Block[] = [
  {
    type: 'cover',
    facts: [
      { label: 'État', value: runs('Projet soumis aux sections, version du 12 juin 2024') },
      { label: 'Période', value: runs('21 mai – 7 juin 2024') },
      { label: 'Séances', value: runs('4 séances mondiales ; consultations tenues par 6 sections') },
      { label: 'Participation', value: runs('148 intervenant·e·s, 1 026 notes, au 12 juin 2024') },
      { label: 'Attribution', value: runs('Catégorie et section ; aucun nom') },
    ],
  },
  coverage,
  {
    type: 'box',
    runs: runs(
      'Ces comptages portent sur les interventions relevées par les rapporteur·e·s, non sur un échantillon représentatif. Un·e intervenant·e est une personne ou une délégation, comptée une fois par thème. L’absence d’un thème signifie qu’il n’a pas été relevé.',
    ),
  },
  { type: 'contents', title: 'Sommaire' },
]

const summary: Block[] = [
  heading(1, 'Résumé'),
  { type: 'paragraph', muted: true, runs: runs('Une page, non numérotée, pour qui ne lira qu’elle.') },
  {
    type: 'paragraph',
    runs: runs(
      'Quatre séances et six consultations ont réuni des villes que la mer rapproche et que leurs moyens séparent. Trois tendances leur sont communes : le logement recule plus vite que le rivage, l’emploi portuaire se déplace sans prévenir, et l’eau douce manque avant que l’eau salée n’arrive.',
    ),
  },
  {
    type: 'bullets',
    items: [
      [
        run('Habiter. ', { bold: true }),
        run('Dans 5 sections concluantes sur 6, les quartiers bas sont aussi les moins chers.'),
      ],
      [
        run('Travailler. ', { bold: true }),
        run('Dans 4 sections concluantes sur 6, le port change d’échelle sans la ville.'),
      ],
      [
        run('Partager. ', { bold: true }),
        run('Dans 4 sections concluantes sur 5, la nappe est gérée par une autre autorité que la ville.'),
      ],
    ],
  },
  heading(1, 'I. Introduction et méthode'),
  heading(2, 'A. Mandat'),
  said(
    'Le présent rapport rend compte des consultations demandées par la conférence des villes littorales lors de sa deuxième session.',
    [
      run('', { footnote: runs('Relevé de conclusions de la deuxième session, point 9, 14 octobre 2022.') }),
      run(' Il ne tranche pas entre les sections : il dit ce qu’elles ont en commun, et ce qui les distingue.'),
    ],
  ),
  heading(2, 'B. Participation et limites'),
  said(
    'Les rapporteur·e·s ont relevé 1 026 notes, dont 88 % en parole directe. Les villes de moins de 50 000 habitants sont une sur cinq des villes entendues.',
  ),
  said(
    'Une section, NORAM, n’a pas encore confirmé ses relevés : ses chiffres sont entre parenthèses et ne fondent aucune tendance.',
  ),
]

const axis: Block[] = [
  heading(1, 'Axe 3. L’eau partagée entre la ville et son arrière-pays'),
  {
    type: 'facts',
    caption: 'Identification de l’axe 3',
    facts: [
      { label: 'Séance mondiale', value: runs('4 juin 2024') },
      { label: 'Vision', value: runs('Une eau gérée à la taille du bassin, décidée à la taille de la ville') },
      {
        label: 'Objectif',
        value: runs(
          'Donner aux villes littorales une voix égale dans les autorités de bassin, et les moyens de mesurer ce qu’elles prélèvent',
        ),
      },
      {
        label: 'Couverture',
        value: runs('5 sections concluantes sur 9, 49 intervenant·e·s, 31 organisations, au 12 juin 2024'),
      },
    ],
  },
  heading(2, 'Tendances mondiales communes'),
  said(
    'Dans 4 sections concluantes sur 5, les villes demandent à siéger dans l’autorité de bassin avec voix délibérative. Elles proposent que la part de chaque ville dans le prélèvement soit publiée, sans attendre un accord national.',
    linked(3, 7, 12),
  ),
  said(
    'Dans 3 sections concluantes sur 5, 14 organisations décrivent la salinité des puits comme le premier signe visible, avant la submersion.',
    linked(1, 4),
  ),
  heading(2, 'Spécificités régionales'),
  {
    type: 'paragraph',
    numbered: true,
    runs: [
      run('Moyen-Orient et Asie occidentale. ', { bold: true }),
      run(
        'Le dessalement est tenu pour acquis ; 6 organisations de la section en discutent le rejet en mer, que les pêcheurs mesurent eux-mêmes.',
      ),
      ...linked(9),
    ],
  },
  {
    type: 'paragraph',
    numbered: true,
    runs: [
      run('Amérique latine. ', { bold: true }),
      run(
        'La citerne de quartier revient comme un bien commun, entretenu par rotation ; également relevée dans trois autres sections, ce que la section explique par l’abandon des réseaux secondaires.',
      ),
    ],
  },
  heading(2, 'Paroles'),
  {
    type: 'verbatim',
    runs: runs('« Nous ne manquons pas d’eau, nous manquons de la réunion où elle se partage. »'),
    attribution: 'Gouvernement local, élue, Afrique ; parole directe',
  },
  {
    type: 'verbatim',
    runs: [
      run('«لا نطلب ماءً أكثر، بل نطلب أن نعرف كم يُؤخذ منه كل يوم، وأن تُنشر الأرقام (42 %) للجميع.»', {
        lang: 'ar',
        dir: 'rtl',
      }),
    ],
    attribution: 'Association de collectivités, MEWA ; parole directe',
  },
  {
    type: 'verbatim',
    runs: [
      run('«Река кончается в нашем порту, а решают за неё в столице: мы узнаём об этом из газет.»', { lang: 'ru' }),
    ],
    attribution: 'Gouvernement local, équipe technique, Eurasie ; texte remis',
  },
  {
    type: 'verbatim',
    runs: [run('“盐先到井里，然后才到街上。”', { lang: 'zh' })],
    attribution: 'Université, ASPAC ; parole directe',
  },
  heading(2, 'Points de divergence'),
  divergence,
  heading(2, 'Recommandations'),
  recommendations,
  {
    type: 'box',
    runs: [
      run('Contribution au résultat attendu. ', { bold: true }),
      run('« Un cadre commun de mesure des eaux littorales » : paragraphes 4 et 5. '),
      run('Correspondance à confirmer par le secrétariat.', { warn: true }),
    ],
  },
  heading(2, 'Mots relevés dans plusieurs langues'),
  said(
    'Le mot ميناء (port) et le mot гавань (havre) ont été employés pour la même idée : un lieu que la ville prête à la mer.',
  ),
  {
    type: 'paragraph',
    numbered: true,
    runs: [
      run('تؤكد المدن الساحلية أهمية التمويل المحلي والشراكة مع الأحواض المائية، وتطلب مؤشراً مشتركاً قبل عام 2026.', {
        lang: 'ar',
        dir: 'rtl',
      }),
    ],
  },
]

const frame = {
  lang: 'fr',
  title: 'Troisième Conférence mondiale des villes littorales',
  subtitle: 'Ce que la mer déplace, ce que les villes retiennent',
  documentKind: 'Rapport mondial de synthèse',
  organiser: 'Réseau des villes littorales',
  process: 'Consultations des villes littorales',
  version: 'Projet, 12 juin 2024',
  footer: 'Exemple : données fictives',
  date: '2024-06-12',
}

/** A report with one block of each kind at least, in the order of a real one; everything in it is invented. */
export const sampleOutline = (): Outline => ({ ...frame, blocks: [...front, ...summary, ...axis, ...annex(24)] })

/** The same report with an annex of as many notes as asked. */
export const longOutline = (notes: number): Outline => ({
  ...frame,
  blocks: [...front, ...summary, ...axis, ...annex(notes)],
})

const annex = (notes: number): Block[] => [heading(1, 'Annexe. Contributions citées'), ...annexNotes(notes)]
