import type { EvidenceTheme } from './evidence.ts'

/** For each theme, itself and then its parents up to the root: what a mention of it counts for. */
export function lineages(themes: readonly EvidenceTheme[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  return new Map(themes.map(({ id }) => [id, lineage(id, parents)]))
}

function lineage(id: string, parents: ReadonlyMap<string, string | null>): readonly string[] {
  const line = new Set<string>()
  for (let at: string | null = id; at !== null && parents.has(at) && !line.has(at); at = parents.get(at) ?? null)
    line.add(at)
  return [...line]
}

/** Themes that may be compared: a parent never beside its children. */
export function publishedThemes(themes: readonly EvidenceTheme[], level: number): ReadonlySet<string> {
  const lines = lineages(themes)
  const withChildren = new Set(themes.map(({ parent }) => parent))
  const isPublished = (id: string, depth: number) => depth === level || (depth < level && !withChildren.has(id))
  return new Set(themes.map(({ id }) => id).filter((id) => isPublished(id, lines.get(id)?.length ?? 1)))
}
