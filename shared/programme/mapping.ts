import { fail, ok, type Result } from '../kit/result.ts'
import { normalise } from '../search/normalise.ts'
import { HEADER_NAMES } from './header-names.ts'
import { MAPPING_TARGETS, type MappingTarget } from './mapping-target.ts'

/** Where the value comes from: a column of the table, or the same words for every row. */
export type MappingSource = { readonly column: string } | { readonly constant: string }
export type Mapping = Readonly<Partial<Record<MappingTarget, MappingSource>>>

export type MappingFailure =
  | { readonly type: 'MappingUnreadable'; readonly part: string }
  | { readonly type: 'UnknownTarget'; readonly target: string }
  | { readonly type: 'TargetTwice'; readonly target: string }
  | { readonly type: 'TextNotMapped' }
  | { readonly type: 'ColumnMissing'; readonly column: string; readonly columns: readonly string[] }

/** `text=Propositions`, `text="Propositions, détaillées"`, `lang:=fr`; quotation marks inside quotation marks are doubled. */
const item = /\s*(\w+)\s*(:?=)\s*(?:"((?:[^"]|"")*)"|([^,"]*?))\s*(?:,|$)/y

/**
 * Reads a mapping as the command line takes it: `text=colonne,axis=Thème,region:=AFR`.
 *
 * `target=column` names a column; `target:=words` gives the same words to every row. Column names are checked by `resolveMapping`.
 */
export function parseMapping(written: string): Result<Mapping, MappingFailure> {
  const mapping: Partial<Record<MappingTarget, MappingSource>> = {}
  item.lastIndex = 0
  while (item.lastIndex < written.length) {
    const start = item.lastIndex
    const [, name = '', sign, quoted, plain = ''] = item.exec(written) ?? []
    const words = quoted?.replaceAll('""', '"') ?? plain
    if (words === '') return fail({ type: 'MappingUnreadable', part: written.slice(start) })
    const target = MAPPING_TARGETS.find((known) => known === name)
    if (target === undefined) return fail({ type: 'UnknownTarget', target: name })
    if (mapping[target] !== undefined) return fail({ type: 'TargetTwice', target })
    mapping[target] = sign === ':=' ? { constant: words } : { column: words }
  }
  return mapping.text === undefined ? fail({ type: 'TextNotMapped' }) : ok(mapping)
}

/** The same mapping with the columns as the table spells them: case, accents and spaces may differ. */
export function resolveMapping(mapping: Mapping, columns: readonly string[]): Result<Mapping, MappingFailure> {
  const resolved: Partial<Record<MappingTarget, MappingSource>> = {}
  for (const target of MAPPING_TARGETS) {
    const source = mapping[target]
    if (source === undefined) continue
    const found = 'constant' in source ? source : findColumn(source.column, columns)
    if (found === null) return fail({ type: 'ColumnMissing', column: 'column' in source ? source.column : '', columns })
    resolved[target] = found
  }
  return ok(resolved)
}

function findColumn(wanted: string, columns: readonly string[]): MappingSource | null {
  const column =
    columns.find((name) => name === wanted) ?? columns.find((name) => normalise(name) === normalise(wanted))
  return column === undefined ? null : { column }
}

/**
 * What the columns seem to hold, by their names in French, English or Spanish: a name that is exactly a known one, else one
 * that begins with it (« Region_UN »). A proposal to be looked at; `text` is missing when no name says it.
 */
export function suggestMapping(columns: readonly string[]): Mapping {
  const mapping: Partial<Record<MappingTarget, MappingSource>> = {}
  const free = new Map(columns.map((column) => [column, normalise(column)]))
  for (const isNamed of [isExactly, beginsWith]) {
    for (const target of MAPPING_TARGETS) {
      if (mapping[target] !== undefined) continue
      const column = firstNamed(HEADER_NAMES[target], free, isNamed)
      if (column === null) continue
      mapping[target] = { column }
      free.delete(column)
    }
  }
  return mapping
}

const isExactly = (header: string, name: string): boolean => header === name
const beginsWith = (header: string, name: string): boolean => header.startsWith(`${name} `)

function firstNamed(
  names: readonly string[],
  free: ReadonlyMap<string, string>,
  isNamed: (header: string, name: string) => boolean,
): string | null {
  for (const name of names) for (const [column, header] of free) if (isNamed(header, name)) return column
  return null
}
