import type { AddAttachment } from '../../../../shared/edit/attachments.ts'
import type { Command, CommandOf } from '../../../../shared/edit/command.ts'
import { isKind } from '../../../../shared/model/record.ts'
import { type Memory, pageId } from './memory-node.ts'
import { lastSession } from './scene.ts'

type Captured = Partial<Omit<CommandOf<'note.capture'>, 'type' | 'speaker'>> & { readonly by?: number }

const START = Date.UTC(2021, 4, 7, 14, 0)

/** The note that a photograph of a flip chart hangs on. */
const CHART = 5
/** Someone whose name nobody caught. */
const NOBODY = 0

/** Notes as they are at the end of a sitting: heard in a hurry, by someone who will have to say the rest. */
const NOTES: readonly Captured[] = [
  { by: 2, doubtful: true, text: 'La régie reprendra les fontaines privées si la dotation est versée avant juin.' },
  { by: 1, doubtful: true, toCheck: true, text: 'Il manque 867 000 dollars pour finir le réseau du quartier nord.' },
  { by: 3, toCheck: true, lang: 'es', text: 'El 40 % de los hogares del delta no tiene contador.' },
  { by: 7, toCheck: true, lang: 'ar', text: 'يستهلك كل ساكن في المدينة خمسة وسبعين لترا من الماء يوميا.' },
  { by: 5, noteKind: 'quote', text: 'On ne négocie pas avec une nappe qui descend.' },
  { text: 'Le marché du samedi n’a plus d’eau après dix heures.' },
  { text: 'Les transporteurs demandent un guichet unique.', themes: [] },
  { by: 4, noteKind: 'commitment', text: 'Ouvrir le registre des forages à toutes les communes.' },
  {
    by: 1,
    noteKind: 'commitment',
    holder: 'Commune de Ndiarème',
    text: 'Publier les comptes de l’eau chaque trimestre.',
  },
  { by: 6, themes: [], text: 'Les villes portuaires sont rarement consultées sur les tarifs.' },
  { by: NOBODY, text: 'Le quai n’a pas été entretenu depuis dix ans.' },
  { by: 2, level: 5, text: 'Une ville voisine a gonflé ses chiffres de desserte.' },
  { by: 2, level: 6, text: 'À ne pas écrire.' },
]

/** Leaves a session open in every way that its closing tells. */
export function playOpenEvening(memory: Memory): void {
  const session = lastSession(memory)
  const records = [...memory.records().values()]
  const axis = records.find((record) => isKind(record, 'axis'))?.id
  const theme = records.find((record) => isKind(record, 'theme'))?.id
  if (session === undefined || axis === undefined || theme === undefined) throw new Error('The scene was not played')
  const must = (command: Command | AddAttachment) => {
    const done = memory.edit(command)
    if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.failure)}`)
  }
  const bySlot = (slot: number | undefined) =>
    records.find((record) => isKind(record, 'speaker') && record.f.slot === slot)?.id ?? null
  const [nobody, chart] = [pageId(), pageId()]
  must({ type: 'speaker.unidentified', speaker: nobody, person: pageId(), session })
  NOTES.forEach(({ by, ...said }, index) =>
    must({
      type: 'note.capture',
      note: index === CHART ? chart : pageId(),
      text: '',
      lang: 'fr',
      session,
      axis,
      speaker: by === undefined ? null : by === NOBODY ? nobody : bySlot(by),
      noteKind: 'observation',
      stance: null,
      scope: 'undecided',
      themes: [theme],
      newThemes: [],
      at: START + index * 60_000,
      ...said,
    }),
  )
  const file = { label: '', digest: 'd'.repeat(64), media: 'image/png', bytes: 1, fileName: 'tableau.png' }
  must({ type: 'attachment.add', attachment: pageId(), on: chart, ...file })
  for (const [label, slotKind] of [
    ['Ouverture', 'opening'],
    ['Pause', 'break'],
  ] as const)
    must({ type: 'record.save', kind: 'slot', record: pageId(), set: { session, label, slotKind } })
}
