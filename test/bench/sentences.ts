import type { Chance } from '../build/chance.ts'

/** Pieces of sentences, as many of each kind as there are languages; joined by chance they make notes that are all different. */
export const SENTENCES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  fr: [
    'Les villes intermédiaires|Les communes du littoral|Nos élues locales|Les réseaux de régions|Les services techniques|Trois métropoles du delta'.split(
      '|',
    ),
    'demandent un accès direct|s’engagent à ouvrir la voie|ont renoncé cette année|souhaitent former leurs agents|proposent de mutualiser les moyens|alertent depuis dix ans'.split(
      '|',
    ),
    'aux fonds pour le climat|sur la gestion des bassins versants|pour le logement abordable|dans les quartiers informels|face à l’érosion des côtes|en matière de données ouvertes'.split(
      '|',
    ),
    'sans garantie de l’État central|avant la prochaine saison des pluies|avec les associations d’habitant·e·s|faute d’un cadre juridique stable|malgré des budgets en recul|grâce au jumelage avec un port voisin'.split(
      '|',
    ),
  ],
  en: [
    'Intermediary cities|Coastal municipalities|Our elected women|Networks of regions|Technical departments|Three cities of the delta'.split(
      '|',
    ),
    'ask for direct access|are committed to opening the way|had to give up this year|want to train their staff|offer to pool their means|have been warning for ten years'.split(
      '|',
    ),
    'to climate funds|on the management of river basins|for affordable housing|in informal settlements|against the erosion of the shore|about open data'.split(
      '|',
    ),
    'without a guarantee of the state|before the next rainy season|together with residents|for want of a stable legal frame|despite shrinking budgets|thanks to a neighbouring port'.split(
      '|',
    ),
  ],
  es: [
    'Las ciudades intermedias|Los municipios costeros|Nuestras alcaldesas|Las redes de regiones|Los servicios técnicos|Tres ciudades del delta'.split(
      '|',
    ),
    'piden un acceso directo|se comprometen a abrir el camino|renunciaron este año|quieren formar a su personal|proponen compartir los medios|advierten desde hace diez años'.split(
      '|',
    ),
    'a los fondos para el clima|sobre la gestión de las cuencas|para la vivienda asequible|en los barrios informales|ante la erosión de la costa|en materia de datos abiertos'.split(
      '|',
    ),
    'sin garantía del Estado central|antes de la próxima estación de lluvias|con las asociaciones vecinales|por falta de un marco jurídico estable|pese a presupuestos menguantes|gracias a un puerto vecino'.split(
      '|',
    ),
  ],
  ar: [
    'المدن المتوسطة|البلديات الساحلية|رئيسات البلديات لدينا|شبكات الأقاليم|المصالح التقنية|ثلاث مدن من الدلتا'.split(
      '|',
    ),
    'تطلب الوصول المباشر|تلتزم بفتح الطريق|تخلّت هذا العام|ترغب في تكوين موظفيها|تقترح توحيد الوسائل|تنبّه منذ عشر سنوات'.split(
      '|',
    ),
    'إلى صناديق المناخ|بشأن إدارة الأحواض المائية|من أجل السكن الميسّر|في الأحياء غير الرسمية|أمام تآكل السواحل|في مجال البيانات المفتوحة'.split(
      '|',
    ),
    'بدون ضمانة من الدولة|قبل موسم الأمطار المقبل|مع جمعيات السكان|لغياب إطار قانوني مستقر|رغم تقلّص الميزانيات|بفضل التوأمة مع ميناء مجاور'.split(
      '|',
    ),
  ],
}

/** So many notes of one or two sentences, no two the same. */
export function sentences(lang: string, count: number, chance: Chance): readonly string[] {
  const parts = SENTENCES[lang] ?? []
  return Array.from({ length: count }, (_, number) => {
    const one = (): string => parts.map((choices) => chance.one(choices)).join(' ')
    return `${one()}, ${one()} ${numbered(number, chance)}.`
  })
}

/** Something that only this note says. */
const numbered = (number: number, chance: Chance): string => `${letters(chance)} ${letters(chance)} ${number}`

const letters = (chance: Chance): string =>
  Array.from({ length: 7 }, () => chance.one(Array.from('abcdefghilmnoprstuv'))).join('')
