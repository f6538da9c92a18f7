/** The texts that a text may stand for: as it is, without its mark-up, and with its escapes resolved. */
export function spellingsOf(text: string): readonly string[] {
  const spellings = new Set([text])
  if (text.includes('<')) for (const bare of withoutTags(text)) spellings.add(resolved(bare))
  spellings.add(resolved(text))
  return [...spellings]
}

/** Word splits a name between two runs, so its tags count as nothing; between two cells they count as a space. */
const withoutTags = (text: string): readonly string[] => [text.replace(/<[^<>]*>/g, ''), text.replace(/<[^<>]*>/g, ' ')]

/** What was escaped twice is resolved twice. */
const PASSES = 3

function resolved(text: string): string {
  let current = text
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = withoutPercents(withoutEntities(withoutBackslashes(current)))
    if (next === current) break
    current = next
  }
  return current
}

const character = (code: number): string => (code <= 0x10_ffff ? String.fromCodePoint(code) : '')

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text
        .replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
        .replace(/&#(\d{1,7});/g, (_, digits: string) => character(Number(digits)))
        .replace(/&([a-z]+);/g, (whole, name: string) => NAMED[name] ?? whole)
    : text

const withoutBackslashes = (text: string): string =>
  text.includes('\\')
    ? text
        .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replace(/\\[nrt]/g, ' ')
        .replace(/\\(["'\\/])/g, '$1')
    : text

const withoutPercents = (text: string): string =>
  text.includes('%')
    ? text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
    : text
