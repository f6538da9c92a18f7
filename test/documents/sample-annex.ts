import { run, runs, type Block, type Runs } from '#shared/report/outline.ts'

const WORDS: readonly Runs[] = [
  runs(
    'Les puits du front de mer sont salés depuis trois étés ; la régie a baissé la pression sans le dire aux habitant·e·s.',
  ),
  runs(
    'Nous avons déplacé quarante familles en deux ans, avec l’accord de toutes : c’est possible si l’école se déplace avant elles.',
  ),
  runs('Le port embauche à cent kilomètres. La ville garde le bruit et les camions.'),
  [run('نحتاج إلى مقعد دائم في هيئة الحوض، لا إلى دعوة مرة في السنة.', { lang: 'ar', dir: 'rtl' })],
  [run('Мы измеряем солёность сами, потому что официальные данные приходят с опозданием на год.', { lang: 'ru' })],
  [run('The levee was paid for twice: once by the city, once by the people who had to leave.', { lang: 'en' })],
  [run('La cisterna es de todas las casas; el turno de limpieza está escrito en la puerta.', { lang: 'es' })],
]
const SOURCES = [
  'Gouvernement local, élue ; Afrique ; séance du 4 juin 2024',
  'Association de collectivités ; ASPAC ; séance du 28 mai 2024',
  'Société civile ; LATAM ; discussion écrite',
]

/** Notes of an annex, numbered from 1. */
export const annexNotes = (count: number): Block[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'annexNote',
    number: index + 1,
    runs: WORDS[index % WORDS.length] ?? [],
    attribution: SOURCES[index % SOURCES.length] ?? '',
  }))
