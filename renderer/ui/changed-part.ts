/** A text cut where it begins and ceases to differ from another. */
export interface ChangedPart {
  readonly before: string
  readonly changed: string
  readonly after: string
}

const wordsOf = (text: string): readonly string[] => text.match(/\s+|\S+/gu) ?? []

/** What of `text` is not in `other`, by whole words: their common beginning and their common end are left out. */
export function changedPart(text: string, other: string): ChangedPart {
  const [own, theirs] = [wordsOf(text), wordsOf(other)]
  const shortest = Math.min(own.length, theirs.length)
  let start = 0
  while (start < shortest && own[start] === theirs[start]) start += 1
  let end = 0
  while (end < shortest - start && own.at(-1 - end) === theirs.at(-1 - end)) end += 1
  const cut = own.length - end
  return {
    before: own.slice(0, start).join(''),
    changed: own.slice(start, cut).join(''),
    after: own.slice(cut).join(''),
  }
}
