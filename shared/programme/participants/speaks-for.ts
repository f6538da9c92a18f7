import { normalise } from '../../search/normalise.ts'

/** In whose name someone takes the floor. */
export const SPEAKS_FOR = ['self', 'delegation', 'collective', 'working-group'] as const

const WORDS: Readonly<Record<(typeof SPEAKS_FOR)[number], string>> = {
  self: 'self, soi, soi meme, en son nom, a titre personnel, individuel, individual, personal, a titulo propio, a titulo personal, for themselves',
  delegation:
    'delegation, delegacion, sa delegation, pour une delegation, for a delegation, por una delegacion, delegue, delegate',
  collective: 'collectif, collective, colectivo, pour un collectif, for a collective, por un colectivo',
  'working-group':
    'working group, groupe de travail, grupo de trabajo, pour un groupe de travail, for a working group, por un grupo de trabajo',
}
const BY_WORDS = new Map(
  SPEAKS_FOR.flatMap((id) => [id, ...WORDS[id].split(', ')].map((words) => [normalise(words), id] as const)),
)

/** `null` for words that are not understood. */
export const readSpeaksFor = (words: string): (typeof SPEAKS_FOR)[number] | null =>
  BY_WORDS.get(normalise(words)) ?? null
