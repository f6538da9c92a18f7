/** A run of a text beside another: in both, only in this one, or only in the other. */
export interface Run {
  readonly text: string
  readonly is: 'same' | 'added' | 'removed'
}

/** Blanks, words, and every other sign by itself; where no blank parts the words, each character is one. */
const WORDS = /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|[^]/gu

const wordsOf = (text: string): readonly string[] => text.match(WORDS) ?? []

/** Beyond, the middle of two texts is taken as wholly different: nobody reads so many small changes. */
const MOST_CELLS = 4_000_000

/** By whole words, what of `text` is not in `from` and what of `from` is no more; blanks between two changes are in them. */
export function wordDiff(from: string, text: string): readonly Run[] {
  const [old, now] = [wordsOf(from), wordsOf(text)]
  const shortest = Math.min(old.length, now.length)
  let start = 0
  while (start < shortest && old[start] === now[start]) start += 1
  let end = 0
  while (end < shortest - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return gathered([...now.slice(0, start).map(same), ...middle, ...now.slice(now.length - end).map(same)])
}

const same = (text: string): Run => ({ text, is: 'same' })

/** Along a longest common run of words. */
function between(old: readonly string[], now: readonly string[]): readonly Run[] {
  if (old.length * now.length > MOST_CELLS) return [...old.map(removed), ...now.map(added)]
  const width = now.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [before, after] = [old[i], now[j]]
    if (before !== undefined && before === after) {
      runs.push(same(before))
      i += 1
      j += 1
    } else if (after === undefined || (before !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      runs.push(removed(before ?? ''))
      i += 1
    } else {
      runs.push(added(after))
      j += 1
    }
  }
  return runs
}

const removed = (text: string): Run => ({ text, is: 'removed' })
const added = (text: string): Run => ({ text, is: 'added' })

/** Neighbouring changes as one: what went, then what came, with the blanks between them in both. */
function gathered(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  let [gone, come] = ['', '']
  const close = (): void => {
    if (gone !== '') out.push(removed(gone))
    if (come !== '') out.push(added(come))
    ;[gone, come] = ['', '']
  }
  for (const [index, { text, is }] of runs.entries()) {
    const isBlankBetween = is === 'same' && text.trim() === '' && gone + come !== '' && runs[index + 1]?.is !== 'same'
    if (isBlankBetween && index + 1 < runs.length) {
      gone += text
      come += text
    } else if (is === 'removed') gone += text
    else if (is === 'added') come += text
    else {
      close()
      const last = out.at(-1)
      if (last?.is === 'same') out[out.length - 1] = same(last.text + text)
      else out.push(same(text))
    }
  }
  close()
  return out
}
