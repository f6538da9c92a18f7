import type { SCOPES } from '#shared/model/kinds.ts'
import { axisOfWord, type Grammar, speakerOfWord } from './grammar.ts'

type Scope = (typeof SCOPES)[number]

/** What the signs inside a line say; axis and speaker are places in the lists of the grammar, themes are as typed. */
export interface Tokens {
  readonly themes: readonly string[]
  readonly axis: number | null
  readonly speaker: number | null
  readonly scope: Scope | null
}

export interface TakenTokens extends Tokens {
  readonly text: string
}

const TOKEN =
  /(?<=^|\s)(?:[#№](?<theme>\p{L}[\p{L}\p{M}\p{N}_'’·-]*)|\/(?<axis>[1-9]|\p{L}[\p{L}\p{M}\p{N}_'’·-]*)|@(?<speaker>\p{L}[\p{L}\p{M}\p{N}_'’·-]*)|=(?<scope>[grq]))(?<after>\s|$|[.,;:!?…)»]+(?=\s|$))/giu

/** `=g` for a trend, that is global; `=r` for what is regional; `=q` for what is still to be qualified. */
const SCOPE_OF: Readonly<Record<string, Scope>> = { g: 'trend', r: 'specificity', q: 'undecided' }

const NOTHING: Tokens = { themes: [], axis: null, speaker: null, scope: null }

/** What one token says, `null` where nothing or several things answer to it: it is then plain text. */
function readToken(token: Readonly<Record<string, string | undefined>>, grammar: Grammar): Partial<Tokens> | null {
  const { theme, axis, speaker, scope } = token
  if (theme !== undefined) return { themes: [labelOfToken(theme)] }
  if (scope !== undefined) return { scope: SCOPE_OF[scope.toLowerCase()] ?? null }
  const place = axis === undefined ? speakerOfWord(speaker ?? '', grammar) : axisOfWord(axis, grammar)
  if (place === null) return null
  return axis === undefined ? { speaker: place } : { axis: place }
}

/** Takes the tokens out of a text; the last word only counts once it is `final`, or followed by a space or a stop. */
export function takeTokens(text: string, grammar: Grammar, final: boolean): TakenTokens {
  const read: Partial<Tokens>[] = []
  let [left, from] = ['', 0]
  for (const match of text.matchAll(TOKEN)) {
    const { after = '', ...token } = match.groups ?? {}
    const said = after === '' && !final ? null : readToken(token, grammar)
    if (said === null) continue
    read.push(said)
    left = joined(left + text.slice(from, match.index), after)
    from = match.index + match[0].length
  }
  const themes = read.flatMap(({ themes: own = [] }) => own)
  return { text: left + text.slice(from), ...Object.assign({ ...NOTHING }, ...read, { themes }) }
}

export const hasTokens = ({ themes, axis, speaker, scope }: Tokens): boolean =>
  themes.length > 0 || [axis, speaker, scope].some((said) => said !== null)

/** A `\` before every token that would be read. */
export const escapeTokens = (text: string, grammar: Grammar): string =>
  text.replace(TOKEN, (token, ...found) => {
    const { after: _, ...groups } = found.at(-1) as Readonly<Record<string, string | undefined>>
    return readToken(groups, grammar) === null ? token : `\\${token}`
  })

/** Several words in one token are joined by underscores; a trailing apostrophe or dash is not part of a word. */
const labelOfToken = (token: string): string => token.replaceAll('_', ' ').replace(/[\s'’·-]+$/u, '')

/** What followed a token, set against what stood before it: one space is enough, and none goes before a stop. */
const joined = (before: string, after: string): string => {
  if (after === '' || after === '\n') return before.trimEnd() + after
  return /\s/u.test(after) ? before : before.trimEnd() + after
}
