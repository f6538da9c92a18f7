/** How one joins a meeting: never content, kept apart from it (class `p`). */
export interface MeetingLink {
  readonly line: number
  readonly value: string
}

const ADDRESS = /<?\b(?:https?:\/\/|www\.|mailto:)[^\s<>]+>?/giu
const LABEL =
  /(?:meeting|webinar|conference|r[eé]union|reuni[oó]n|webinaire|conf[eé]rence|zoom|teams|access?o?|acc[eè]s|security|s[eé]curit[eé])?\s*(?:(?:de|de\s+la|del|d[’'])\s*)?\b(?:id|identifiant|passcode|password|mot\s+de\s+passe|code\s+(?:secret|d[’']acc[eè]s|d[’']authentification)|c[oó]digo(?:\s+de\s+acceso)?|contraseña|pin|clave)\b(?:\s+(?:de|du|de\s+la|of\s+the|of)\s+(?:la\s+)?(?:r[eé]union|webinaire|meeting|webinar|conf[eé]rence|reuni[oó]n))?\s*[:=]\s*\S.*$/iu
/** « 933 0094 6222 » alone, or a telephone number to call in. */
const NUMBER = /^(?:\+\s?)?\d(?:[\s\u00a0().-]?\d){8,14}#?$/u

/** What a line says of how to join, and the words that are left of it. */
export function meetingLinks(
  line: number,
  text: string,
): { readonly links: readonly MeetingLink[]; readonly rest: string } {
  const label = LABEL.exec(text)
  const addresses = (text.match(ADDRESS) ?? []).map((value) => value.replace(/^<|>$/gu, '').replace(/[.,;)]+$/u, ''))
  if (NUMBER.test(text.trim())) return { links: [{ line, value: text.trim() }], rest: '' }
  const codes = label === null ? [] : [label[0].replace(ADDRESS, '').trim()].filter((value) => value !== '')
  const bare = (label === null ? text : text.slice(0, label.index)).replace(ADDRESS, ' ')
  const rest = bare
    .replace(/\[([^\]]*)\]\(\s*\)?/gu, '$1')
    .replace(/[\s:<(–—-]+$/u, '')
    .trim()
  const links = [...addresses, ...codes].map((value) => ({ line, value }))
  return links.length === 0 ? { links, rest: text } : { links, rest }
}
