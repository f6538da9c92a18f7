import type { Command } from '../../../../shared/edit/command.ts'
import { isKind, type RecordOf } from '../../../../shared/model/record.ts'
import type { KindName } from '../../../../shared/model/kinds.ts'
import { type Memory, pageId } from './memory-node.ts'

type Row = readonly [
  minute: number,
  speaker: number | null,
  kind: string,
  stance: 'supports' | 'nuances' | 'opposes' | null,
  scope: 'undecided' | 'trend' | 'specificity',
  lang: string,
  themes: readonly string[],
  text: string,
]

/** A session as it could be on a working day: five languages, three scripts, quotes, a divergence. */
const NOTES: readonly Row[] = [
  [
    2,
    6,
    'observation',
    null,
    'undecided',
    'fr',
    ['données'],
    'Les communes littorales adaptent leurs plans d’urbanisme sans données de niveau de la mer à leur échelle.',
  ],
  [
    6,
    1,
    'observation',
    null,
    'undecided',
    'fr',
    ['financement climat'],
    'Sans accès direct aux fonds climat, les villes intermédiaires restent exécutantes de programmes conçus ailleurs.',
  ],
  [
    11,
    2,
    'need',
    null,
    'specificity',
    'ar',
    ['eau', 'rural-urbain'],
    'لم تعد المياه الجوفية تكفي؛ نحتاج إلى خطة مشتركة بين المدينة والريف لإدارة الأحواض.',
  ],
  [
    16,
    3,
    'divergence',
    'nuances',
    'undecided',
    'es',
    ['eau'],
    'La tarifa social del agua solo funciona si el Estado compensa a la ciudad; si no, se hunde el servicio.',
  ],
  [
    19,
    4,
    'observation',
    null,
    'undecided',
    'ru',
    ['données'],
    'Малые и средние города готовы обмениваться данными о качестве воздуха, но единой платформы нет.',
  ],
  [
    21,
    7,
    'recommendation',
    'supports',
    'trend',
    'en',
    ['eau', 'financement climat'],
    'Ring-fence one tenth of climate finance for cities under one million inhabitants.',
  ],
  [
    23,
    5,
    'quote',
    'supports',
    'undecided',
    'fr',
    ['culture'],
    '« La culture n’est pas un supplément : c’est par elle que les gestes changent. »',
  ],
  [24, null, 'procedure', null, 'undecided', 'fr', [], 'Reprise à 15 h 40.'],
]

const SPEAKERS = [
  ['Diallo', 'Amina', 'Maire', 'Commune de Ndiarème', 'local-elected', 'AFR'],
  ['Demir', 'Yusuf', 'Direction technique', 'Ville d’Altınova', 'local-staff', 'MEW'],
  ['Quispe', 'Rosa', 'Alcaldesa', 'Municipalidad de Antara', 'local-elected', 'LAT'],
  ['Петрова', 'Елена', 'Директор', 'Ассоциация малых городов', 'association', 'EUA'],
  ['Tan', 'Mei', 'Adjointe à la culture', 'City of Selangit', 'local-elected', 'ASP'],
  ['', '', 'Réseau de villes', 'Northern Cities Network', 'association', 'NOR'],
  ['حداد', 'ليلى', 'رئيسة البلدية', 'بلدية عين الزهراء', 'local-elected', 'MEW'],
] as const

const of = <K extends KindName>(memory: Memory, kind: K): readonly RecordOf<K>[] =>
  [...memory.records().values()].filter((record): record is RecordOf<K> => isKind(record, kind))

function must(memory: Memory, command: Command): void {
  const result = memory.edit(command)
  if (!result.ok) throw new Error(`${command.type}: ${JSON.stringify(result.failure)}`)
}

/** The session the scene is played in. */
export const lastSession = (memory: Memory): string | undefined =>
  of(memory, 'session')
    .toSorted((a, b) => String(a.f.date).localeCompare(String(b.f.date)))
    .at(-1)?.id

const START = Date.UTC(2021, 4, 7, 13, 0)

/** Puts speakers and notes in the last session of the process; `copies` repeats the notes for a long feed. */
export function playScene(memory: Memory, copies: number): void {
  const session = of(memory, 'session')
    .toSorted((a, b) => String(a.f.date).localeCompare(String(b.f.date)))
    .at(-1)
  const axis = of(memory, 'axis')
    .toSorted((a, b) => Number(a.f.order) - Number(b.f.order))
    .at(-1)
  if (session === undefined || axis === undefined) throw new Error('The process has no session')
  must(memory, {
    type: 'record.save',
    kind: 'session',
    record: session.id,
    set: { start: '14:00', end: '17:00', mode: 'online' },
  })
  const regionOf = (code: string) => of(memory, 'region').find(({ f }) => f.code === code)?.id ?? null
  const speakers = SPEAKERS.map(([name, givenName, role, organisation, category, region], index) => {
    const speaker = pageId()
    must(memory, {
      type: 'speaker.save',
      speaker,
      session: session.id,
      person: pageId(),
      name,
      givenName,
      organisation: null,
      newOrganisation: { id: pageId(), name: organisation },
      function: role,
      category,
      gender: null,
      region: regionOf(region),
      speaksFor: 'self',
      size: null,
      slot: index + 1,
    })
    return speaker
  })
  for (let copy = 0; copy < copies; copy += 1) {
    for (const [minute, speaker, noteKind, stance, scope, lang, themes, text] of NOTES) {
      const known = new Map(of(memory, 'theme').map(({ id, f }) => [f.label, id]))
      must(memory, {
        type: 'note.capture',
        note: pageId(),
        text,
        lang,
        session: session.id,
        axis: axis.id,
        speaker: speaker === null ? null : (speakers[speaker - 1] ?? null),
        noteKind,
        stance,
        scope,
        themes: themes.flatMap((label) => known.get(label) ?? []),
        newThemes: themes.filter((label) => !known.has(label)).map((label) => ({ id: pageId(), label })),
        at: START + (copy * 30 + minute) * 60_000,
      })
    }
  }
}
