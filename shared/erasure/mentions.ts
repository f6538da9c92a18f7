import { normalise, words } from '../search/normalise.ts'

/** Where a text names someone: from and to, in UTF-16 units. `sure`: by the whole name; else by one word of it. */
export interface Mention {
  readonly from: number
  readonly to: number
  readonly sure: boolean
}

/** What someone is called, in the orders in which people write it. */
export interface Called {
  readonly whole: readonly (readonly string[])[]
  readonly parts: ReadonlySet<string>
  /** Of scripts that put no space between words. */
  readonly glued: readonly string[]
}

const GLUED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Shorter words of a name are in too many texts to be shown. */
const SHORTEST_PART = 3

/** How one person, under all the names that were ever written for them, may be called in a text. */
export function calledAs(names: Iterable<{ readonly name: string; readonly givenName: string }>): Called {
  const whole = new Map<string, readonly string[]>()
  const [parts, glued] = [new Set<string>(), new Set<string>()]
  for (const { name, givenName } of names) {
    for (const form of new Set([name, `${givenName} ${name}`, `${name} ${givenName}`])) {
      const said = words(form)
      if (GLUED.test(form)) glued.add(form.replace(/\s+/gu, ''))
      else if (said.length > 0) whole.set(said.join(' '), said)
    }
    for (const word of words(`${name} ${givenName}`)) if (word.length >= SHORTEST_PART) parts.add(word)
  }
  return { whole: [...whole.values()].toSorted((a, b) => b.length - a.length), parts, glued: [...glued] }
}

/** Whether a text may name someone: quick, and never wrong when it says no. */
export function mayMention(text: string, { whole, parts, glued }: Called): boolean {
  if (glued.some((form) => text.includes(form))) return true
  const searched = normalise(text)
  return [...parts].some((part) => searched.includes(part)) || whole.some((said) => searched.includes(said.join(' ')))
}

/** Where a text names someone, in order, none inside another. */
export function mentionsIn(text: string, called: Called): readonly Mention[] {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: normalise(match[0]),
  }))
  const found: Mention[] = gluedIn(text, called.glued)
  for (let at = 0; at < tokens.length;) {
    const form = called.whole.find((said) => said.every((word, index) => tokens[at + index]?.word === word))
    const [first, last] = [tokens[at], tokens[at + (form?.length ?? 1) - 1]]
    if (first === undefined || last === undefined) break
    if (form !== undefined || called.parts.has(first.word))
      found.push({ from: first.from, to: last.to, sure: form !== undefined })
    at += form?.length ?? 1
  }
  return found.toSorted((a, b) => a.from - b.from)
}

function gluedIn(text: string, forms: readonly string[]): Mention[] {
  const found: Mention[] = []
  for (const form of forms) {
    for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + form.length)) {
      found.push({ from, to: from + form.length, sure: true })
    }
  }
  return found
}

/** The text with something else in the place of each mention. */
export function withoutMentions(text: string, mentions: readonly Mention[], mark: string): string {
  let [result, from] = ['', 0]
  for (const mention of mentions) {
    if (mention.from < from) continue
    result += text.slice(from, mention.from) + mark
    from = mention.to
  }
  return result + text.slice(from)
}
