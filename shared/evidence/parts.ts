import type { Contributor } from './contributor.ts'

/** What a person, an organisation or a region brings to the counts of a theme. */
export interface Part {
  readonly x: number
  readonly o: number
  readonly n: number
}

export function partsOf(
  contributors: Iterable<Contributor>,
  theme: string,
  by: 'person' | 'organisation' | 'region',
): ReadonlyMap<string, Part> {
  const parts = new Map<string, { x: number; o: number; n: number }>()
  for (const contributor of contributors) {
    const token = contributor[by] ?? ''
    const part = parts.get(token) ?? { x: 0, o: 0, n: 0 }
    parts.set(token, part)
    part.n += 1
    const position = contributor.positions.get(theme)
    if (position === 'supports') part.x += 1
    if (position === 'opposes') part.o += 1
  }
  return parts
}
