import { useDeferredValue, useMemo, useState } from 'react'
import { type Place, placesOf, searched } from '#shared/programme/sources/find-words.ts'
import type { SourcePart } from '#shared/programme/sources/source.ts'

/** Looking for words in the parts of a source: where they are, and from one to the next. */
export function useFinding(parts: readonly SourcePart[]) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const ready = useMemo(() => parts.map(({ text, who }) => [searched(text), searched(who)] as const), [parts])
  const found = useMemo(() => {
    const places = new Map<number, readonly Place[]>()
    for (const [index, [text, who]] of ready.entries()) {
      const inText = placesOf(wanted, text)
      if (inText.length > 0 || placesOf(wanted, who).length > 0) places.set(index, inText)
    }
    return places
  }, [ready, wanted])
  /** The part with the words that comes next, round and round; null when there is none. */
  const next = (from: number, step: 1 | -1): number | null => {
    const all = [...found.keys()]
    if (all.length === 0) return null
    if (step === 1) return all.find((index) => index > from) ?? all[0] ?? null
    return all.findLast((index) => index < from) ?? all.at(-1) ?? null
  }
  return { words, setWords, found, next, asked: wanted.trim() }
}
