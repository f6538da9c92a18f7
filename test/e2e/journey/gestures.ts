import { SPEAKS_FOR } from '#shared/programme/participants/speaks-for.ts'
import { keysOf } from '../../../renderer/app/keymap.ts'

type SpeaksFor = (typeof SPEAKS_FOR)[number]

/** What a card of a meeting is to say. */
export interface Card {
  readonly text: string
  /** Number in the dock; 0 for nobody, `new` for someone nobody could name, who takes the next number. */
  readonly speaker: number | 'new'
  /** Counted from 1. */
  readonly axis: number
  readonly kind?: keyof typeof KINDS
  readonly stance?: keyof typeof STANCES
  readonly scope?: (typeof SCOPES)[number]
  readonly channel?: (typeof CHANNELS)[number]
  /** Until someone else has the floor. */
  readonly speaksFor?: SpeaksFor
  /** Language of the words, where it is not the one of the screen; nothing is pressed for one that its letters tell. */
  readonly lang?: string
  readonly toCheck?: true
  readonly sensitive?: true
  readonly doubtful?: true
  readonly offRecord?: true
}

const KEYS = Object.fromEntries(keysOf('capture'))
const key = (id: string): string => {
  const keys = KEYS[id]
  if (keys === undefined) throw new Error(`No key for ${id}`)
  return keys
}
const numbered = (id: string, digit: number): string => key(id).replace('(Digit[1-9])', `Digit${digit}`)

/** Kinds by the sign that begins their line, or by the letter that, with Shift, ends it. */
const KINDS = {
  recommendation: { sign: '!' },
  quote: { sign: '>' },
  priority: { letter: 'P' },
  need: { letter: 'B' },
  commitment: { letter: 'E' },
  divergence: { letter: 'D' },
  figure: { letter: 'F' },
  question: { letter: 'Q' },
  'chair-conclusion': { letter: 'H' },
} as const
const STANCES = { supports: '+', nuances: '%', opposes: '_' } as const
const SCOPES = ['undecided', 'trend', 'specificity'] as const
const CHANNELS = ['speech', 'interpretation', 'written-text'] as const

/** In the order in which the key offers them to a page in French. */
const LANGUAGES = ['fr', 'en', 'es']

/** What sticks from one card to the next. */
export interface Sticky {
  readonly speaker: number
  readonly speaksFor: SpeaksFor
  readonly axis: number
  readonly scope: (typeof SCOPES)[number]
  readonly channel: (typeof CHANNELS)[number]
  readonly lang: string
  readonly offRecord: boolean
}

/** Everything pressed for one card, around its words. */
export interface Gesture {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** What of it is pressed for each thing that is not as it was. */
  readonly changes: Readonly<Record<string, readonly string[]>>
  readonly left: Sticky
}

const times = (count: number, keys: string): readonly string[] => Array.from({ length: count }, () => keys)

/** Presses of a key that goes round, or of the one that goes back, whichever is shorter. */
function around<T>(round: readonly T[], from: T, to: T, [on, back]: readonly [string, string]): readonly string[] {
  const ahead = (round.indexOf(to) - round.indexOf(from) + round.length) % round.length
  return ahead <= round.length / 2 ? times(ahead, on) : times(round.length - ahead, back)
}

/** The keys of a card: those before its words, those after, and what they are for. `next` is the number of a new voice. */
export function gestureOf(card: Card, sticky: Sticky, next: number): Gesture {
  const { speaker, axis, kind, stance, scope = sticky.scope, channel = 'speech', lang = 'fr' } = card
  const shape: { readonly sign?: string; readonly letter?: string } = kind === undefined ? {} : KINDS[kind]
  const offRecord = card.offRecord === true
  const who = speaker === 'new' ? key('unidentified') : speaker === 0 ? key('nobody') : numbered('speaker', speaker)
  const usual = speaker === sticky.speaker ? sticky.speaksFor : 'self'
  const { speaksFor = usual } = card
  const before = {
    part: offRecord === sticky.offRecord ? [] : [key('part')],
    speaker: speaker === sticky.speaker ? [] : [who],
    'for whom': around(SPEAKS_FOR, usual, speaksFor, [key('speaksFor'), key('speaksForBack')]),
    axis: axis === sticky.axis ? [] : [numbered('axis', axis)],
    qualification: around(SCOPES, sticky.scope, scope, [key('scope'), key('scopeBack')]),
    channel: around(CHANNELS, sticky.channel, channel, [key('channel'), key('channelBack')]),
    language: isTold(lang) ? [] : around(LANGUAGES, sticky.lang, lang, [key('language'), key('languageBack')]),
    doubt: card.doubtful === true ? [key('doubtful')] : [],
    stance: stance === undefined ? [] : [STANCES[stance]],
    verify: card.toCheck === true ? ['?'] : [],
    kind: shape.sign === undefined ? [] : [shape.sign],
  }
  const after = {
    sensitive: card.sensitive === true ? [key('sensitive')] : [],
    kind: shape.letter === undefined ? [] : [key('kind')],
  }
  const last = shape.letter === undefined ? key('commit') : `Shift+${shape.letter}`
  const changes: Record<string, readonly string[]> = { ...before, ...after, kind: [...before.kind, ...after.kind] }
  return {
    before: Object.values(before).flat(),
    after: [...Object.values(after).flat(), last],
    changes: Object.fromEntries(Object.entries(changes).filter(([, keys]) => keys.length > 0)),
    left: {
      speaker: speaker === 'new' ? next : speaker,
      speaksFor,
      axis,
      scope,
      channel,
      lang: isTold(lang) ? sticky.lang : lang,
      offRecord,
    },
  }
}

/** Languages that their own letters tell. */
const isTold = (lang: string): boolean => ['ar', 'ru'].includes(lang)
