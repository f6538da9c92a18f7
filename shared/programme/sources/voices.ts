interface Voiced {
  readonly who: string
  readonly text: string
}

const VOICE = /<v(?:\.[^\s<>]{0,100})?\s([^<>]*)>/i
const TAG = /<\/?[a-z][^<>]{0,200}>|<[\d:.]+>|\{\\[^{}]{0,40}\}/gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

/** Who says what in a cue: `<v Name>` begins what each says, up to the next. */
export function voicesOf(cue: string): readonly Voiced[] {
  const [before = '', ...rest] = cue.split(VOICE)
  const voiced: Voiced[] = before.trim() === '' ? [] : [{ who: '', text: before }]
  // Split by a pattern with one group: names and what follows them take turns.
  for (let at = 0; at < rest.length; at += 2) voiced.push({ who: plainText(rest[at] ?? ''), text: rest[at + 1] ?? '' })
  return voiced
}

/** Words without what was there to style them; signs that were written as names of signs are signs again. */
export const plainText = (text: string): string =>
  text
    .replace(TAG, '')
    .replace(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
