import type { Page } from '@playwright/test'
import { ask, newId, recordsOf } from './profiles.ts'

/** What people say in a room, as long as a rapporteur writes it. */
const SAID = [
  'Sans accès direct aux fonds climat, les villes intermédiaires restent exécutantes de programmes conçus ailleurs, et les projets de quartier n’arrivent jamais jusqu’à un financement durable.',
  'La régie publique de l’eau a repris les fontaines privées de trois quartiers, mais la dotation arrive en juin alors que les fuites se réparent avant la saison sèche.',
  'Les transporteurs du marché demandent un guichet unique pour les autorisations, parce que chaque commune traversée redemande aujourd’hui les mêmes papiers et les mêmes taxes.',
  'Une école sur deux n’a plus d’eau après dix heures, et les comités de parents paient eux-mêmes des citernes que personne ne contrôle ni n’entretient.',
  'Le registre des forages n’est tenu que par l’État, si bien que deux villes voisines puisent dans la même nappe sans jamais se communiquer leurs relevés.',
  'Les jeunes élu·e·s demandent une formation commune aux budgets participatifs, avec des échanges entre pairs plutôt que des manuels écrits loin du terrain.',
  'Les loyers du centre ont doublé en cinq ans, et les familles partent vers des lotissements sans route ni école, à deux heures de leur travail.',
  'La culture n’est pas un supplément : c’est par les fêtes de quartier et les ateliers que les habitudes de l’eau et des déchets changent vraiment.',
  'Les associations tiennent les lieux d’entraide, la commune paie les murs, et personne n’a encore écrit qui répond des accidents ni des assurances.',
  'Les données de qualité de l’air existent dans quatre villes, sur quatre plateformes qui ne se parlent pas, et aucune n’est ouverte aux habitantes et habitants.',
] as const

const THEMES = ['Eau', 'Finances', 'Transports', 'Données', 'Logement', 'Culture'] as const
const SPEAKERS = ['Diallo', 'Demir', 'Quispe', 'Petrova', 'Tan', 'Haddad', 'Okafor', 'Silva'] as const

type Fields = Readonly<Record<string, unknown>>

/** How one of the eighty was taken: most are whole, some were left for later, as it happens in two hours. */
function takenAs(index: number, { speakers, nobody }: Room): Fields {
  const [by, kinds] = [speakers[index % speakers.length], ['priority', 'recommendation', 'observation', 'need']]
  const whole = { speaker: by, noteKind: kinds[index % kinds.length] }
  switch (index % 40) {
    case 3:
    case 17:
    case 31:
      return { ...whole, doubtful: true }
    case 5:
    case 23:
      return { ...whole, speaker: null }
    case 7:
      return { ...whole, speaker: nobody }
    case 9:
    case 19:
    case 29:
      return { ...whole, noteKind: 'figure', toCheck: true }
    case 11:
    case 33:
      return { ...whole, noteKind: 'quote', channel: 'speech' }
    case 13:
    case 27:
      return { ...whole, noteKind: 'commitment' }
    case 15:
      return { ...whole, noteKind: 'commitment', holder: 'Régie publique de l’eau', due: 'juin 2022' }
    case 1:
    case 21:
    case 35:
    case 37:
      return { ...whole, themes: [] }
    case 25:
      return { ...whole, noteKind: 'divergence', stance: 'opposes' }
    default:
      return whole
  }
}

interface Room {
  readonly speakers: readonly string[]
  /** Whose name nobody caught. */
  readonly nobody: string
}

async function aRoom(page: Page, session: string): Promise<Room> {
  const speakers = SPEAKERS.map(() => newId())
  for (const [index, name] of SPEAKERS.entries())
    await ask(page, 'edit.apply', {
      type: 'speaker.save',
      speaker: speakers[index],
      session,
      person: newId(),
      name,
      givenName: '',
      organisation: null,
      newOrganisation: { id: newId(), name: `Ville de ${name}` },
      function: 'maire',
      category: 'local-elected',
      gender: index % 2 === 0 ? 'woman' : 'man',
      region: null,
      speaksFor: 'self',
      size: null,
      slot: index + 1,
    })
  const nobody = newId()
  await ask(page, 'edit.apply', { type: 'speaker.unidentified', speaker: nobody, person: newId(), session })
  return { speakers, nobody }
}

/** A sitting of `count` cards, just after its last note; gives the session. */
export async function anEvening(page: Page, count: number): Promise<string> {
  const session = newId()
  const set = { label: 'Atelier du soir', date: '2021-05-07', scale: 'global', level: 1, state: 'held' }
  await ask(page, 'edit.apply', { type: 'record.save', kind: 'session', record: session, set })
  const room = await aRoom(page, session)
  const axis = (await recordsOf(page)).find(({ kind }) => kind === 'axis')?.id
  const themes = THEMES.map((label) => ({ id: newId(), label }))
  for (const { id, label } of themes)
    await ask(page, 'edit.apply', { type: 'record.save', kind: 'theme', record: id, set: { label } })
  for (let index = 0; index < count; index += 1)
    await ask(page, 'edit.apply', {
      type: 'note.capture',
      note: newId(),
      text: SAID[index % SAID.length],
      lang: 'fr',
      session,
      axis,
      stance: null,
      scope: 'undecided',
      themes: [themes[index % themes.length]?.id],
      newThemes: [],
      at: Date.UTC(2021, 4, 7, 17, index),
      ...takenAs(index, room),
    })
  return session
}
