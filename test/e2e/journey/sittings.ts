import type { Sitting } from './profiles.ts'

export const SPEAKERS = [
  { givenName: 'Şükran', name: 'Özbudak-Teyfur', organisation: 'Municipalité de Karapınar' },
  { givenName: 'Yahya', name: 'Bensouda-Krimi', organisation: 'Commune de Tazart' },
  { givenName: 'Nour', name: 'Al-Kharrazi', organisation: 'Réseau des villes de la Bekaa' },
]

/** What is typed, one note a line; `speaker` is the number in the dock, `keys` are pressed before Enter. */
export interface Typed {
  readonly speaker: number
  readonly text: string
  readonly keys?: readonly string[]
}

export const FIRST_AXIS: readonly Typed[] = [
  { speaker: 1, text: 'Les conseils de quartier publient leurs comptes chaque trimestre #budget_ouvert' },
  { speaker: 2, text: 'Le budget ouvert a fait revenir les habitant·e·s aux séances #budget_ouvert' },
  {
    speaker: 3,
    text: 'Sans données publiques, personne ne vérifie ce qui est promis #budget_ouvert',
    keys: ['Shift+F8'],
  },
  { speaker: 1, text: '!Publier le budget communal dans une langue que chacun comprend #budget_ouvert' },
  { speaker: 2, text: '«Un budget qu’on ne lit pas n’est pas un budget public.»' },
  { speaker: 3, text: 'نحتاج إلى مقعد دائم في هيئة الحوض، لا إلى دعوة مرة في السنة' },
  { speaker: 1, text: 'Жители сами измеряют качество воды и публикуют данные' },
  { speaker: 2, text: 'Les élu·e·s de montagne se déplacent de village en village', keys: ['F8'] },
  { speaker: 3, text: 'La sécheresse met en concurrence la ville et les oasis #eau', keys: ['F8'] },
  {
    speaker: 1,
    text: 'Le vote en ligne exclut les familles sans appareil #fracture_numérique',
    keys: ['Shift+F8', 'Shift+F8'],
  },
]

export const SECOND_AXIS: readonly Typed[] = [
  { speaker: 1, text: 'Les lieux d’entraide ouvrent le soir, après le travail #lieux_d’entraide' },
  { speaker: 2, text: 'Une cuisine commune nourrit deux cents familles #lieux_d’entraide' },
  { speaker: 3, text: 'Les associations tiennent les lieux, la commune paie les murs #lieux_d’entraide' },
  { speaker: 1, text: '!Reconnaître le travail des aidantes par un contrat #travail_du_soin' },
  { speaker: 2, text: 'Les aidantes n’ont ni contrat ni retraite #travail_du_soin', keys: ['F8'] },
  { speaker: 3, text: 'La garde d’enfants décide de qui vient aux réunions #travail_du_soin' },
  { speaker: 1, text: 'Les réfugié·e·s tiennent la moitié des ateliers', keys: ['F8'] },
  { speaker: 2, text: 'Le dispensaire mobile passe deux fois par mois #santé' },
  { speaker: 3, text: 'Les écoles prêtent leurs salles pendant l’été #lieux_d’entraide' },
  { speaker: 1, text: 'Un fonds d’entraide se remplit avant chaque hiver #santé' },
]

export const AFRICA: Sitting = {
  region: 'AFR',
  title: 'Consultation de la section Afrique',
  speakers: [
    { givenName: 'Aïssatou', name: 'Ndoye-Sagna', organisation: 'Commune de Ndiarème' },
    { givenName: 'Thabo', name: 'Mokgethi-Radebe', organisation: 'District de Maluti' },
    { givenName: 'Rasoa', name: 'Andriantsoa', organisation: 'Association des maires du littoral' },
  ],
  notes: [
    'La carte des plaintes est affichée au marché chaque lundi',
    'Les crèches communales ferment quand les mères arrivent',
    'Le chef coutumier convoque avant la mairie',
    'Les tontines paient la cantine pendant la soudure',
    'Le compte administratif se lit à la radio locale',
    'Les relais de santé n’ont pas de véhicule',
    'Les jeunes filment le conseil et le publient',
    'Une maison des aînés ouvre dans chaque quartier',
    'La redevance du marché finance la voirie',
    'Les veuves restent hors des registres fonciers',
    'Les séances se tiennent dans la langue du quartier',
    'Le centre social partage ses murs avec l’école',
  ],
}

export const LATIN_AMERICA: Sitting = {
  region: 'LAT',
  title: 'Consultation de la section LATAM',
  speakers: [
    { givenName: 'Marisol', name: 'Quispe-Ayarza', organisation: 'Municipio de Sacaba' },
    { givenName: 'Joaquín', name: 'Etchegoyen-Paz', organisation: 'Intendencia de Tres Arroyos' },
    { givenName: 'Dandara', name: 'Figueiredo-Lins', organisation: 'Prefeitura de Palmares' },
  ],
  notes: [
    'Le budget participatif descend jusqu’à l’îlot',
    'Les cantines populaires tiennent depuis la pandémie',
    'Les comptes rendus sont lus en quechua',
    'Les blocs de soins réunissent crèche, laverie et formation',
    'Un portail dit où en est chaque chantier',
    'Les promotrices de santé demandent un salaire',
    'Le conseil des enfants vote une partie du budget',
    'La laverie collective libère deux matinées',
    'Les concessions d’eau sont rendues publiques',
    'Les cuisines collectives achètent aux maraîchers',
    'La maire répond en direct une fois par semaine',
    'Le système de soins entre dans le plan d’urbanisme',
  ],
}
