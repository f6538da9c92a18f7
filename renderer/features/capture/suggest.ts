import { matches, normalise } from '#shared/search/normalise.ts'

export interface Option {
  readonly id: string
  readonly label: string
  /** What tells it from its namesakes. */
  readonly detail?: string
  /** The key that picks it while the list is open. */
  readonly letter?: string
  /** Said of the option that would make something new. */
  readonly creates?: string
}

const SHOWN = 8

/** Options whose label or detail holds every word typed, those that begin with it first. */
export function suggest(options: readonly Option[], word: string): readonly Option[] {
  if (word === '') return options.slice(0, SHOWN)
  const start = normalise(word)
  const found = options.filter(({ label, detail = '' }) => matches(word, `${label} ${detail}`))
  const [first, others] = [
    found.filter(({ label }) => normalise(label).startsWith(start)),
    found.filter(({ label }) => !normalise(label).startsWith(start)),
  ]
  return [...first, ...others].slice(0, SHOWN)
}

export const CREATE = 'create'

/** Themes for a word, and last of all the one it would make, unless it is there already. */
export function suggestThemes(themes: readonly Option[], word: string): readonly Option[] {
  const found = suggest(themes, word)
  const isKnown = themes.some(({ label }) => normalise(label) === normalise(word))
  return word === '' || isKnown ? found : [...found, { id: CREATE, label: word, creates: word }]
}
