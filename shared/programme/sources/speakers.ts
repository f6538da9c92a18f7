interface Spoken {
  readonly who: string
  readonly text: string
}

/** A name and a colon before what is said. Signs that end sentences are no part of a name. */
const NAMED = /^([^\s:!?;«»"<>][^:!?;«»"<>]{0,59}?)\s*:\s+(\S.*)$/s
/** A file in which so many cues begin with a name is one whose cues begin with names. */
const MOST = 0.5
/** Elsewhere a name is one that comes back. */
const OFTEN = 3

/** How cues of one file name who speaks, when a name stands before the words: « Bref : … » is no name by itself. */
export function speakersOf(cues: readonly string[]): (text: string) => Spoken {
  const counts = new Map<string, number>()
  for (const cue of cues) {
    const who = NAMED.exec(cue)?.[1]
    if (who !== undefined) counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const named = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const all = named >= cues.length * MOST
  return (text) => {
    const [, who = '', said = ''] = NAMED.exec(text) ?? []
    return who !== '' && (all || (counts.get(who) ?? 0) >= OFTEN) ? { who, text: said } : { who: '', text }
  }
}
