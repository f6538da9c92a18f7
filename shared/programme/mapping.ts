import { fail, ok, type Result } from '../kit/result.ts'
import { normalise } from '../search/normalise.ts'
import { HEADER_NAMES } from './header-names.ts'
import { MAPPING_TARGETS, type MappingTarget } from './mapping-target.ts'

/** Where the value comes from: a column of the table, or the same words for every row. */
export type MappingSource = { readonly column: string } | { readonly constant: string }
export type MappingOf<Target extends string> = Readonly<Partial<Record<Target, MappingSource>>>
export type Mapping = MappingOf<MappingTarget>

export type MappingFailure =
  | { readonly type: 'MappingUnreadable'; readonly part: string }
  | { readonly type: 'UnknownTarget'; readonly target: string; readonly targets: readonly string[] }
  | { readonly type: 'TargetTwice'; readonly target: string }
  | { readonly type: 'TextNotMapped' }
  | { readonly type: 'NameNotMapped' }
  | { readonly type: 'ColumnMissing'; readonly column: string; readonly columns: readonly string[] }

/** `text=Propositions`, `text="Propositions, détaillées"`, `lang:=fr`; quotation marks inside quotation marks are doubled. */
const item = /\s*(\w+)\s*(:?=)\s*(?:"((?:[^"]|"")*)"|([^,"]*?))\s*(?:,|$)/y

/**
 * Reads a mapping as the command line takes it: `text=colonne,axis=Thème,region:=AFR`.
 *
 * `target=column` names a column; `target:=words` gives the same words to every row. Column names are checked by `resolveMapping`.
 */
export function parseMapping(written: string): Result<Mapping, MappingFailure> {
  const mapping = parseTargets(written, MAPPING_TARGETS)
  return mapping.ok && mapping.value.text === undefined ? fail({ type: 'TextNotMapped' }) : mapping
}

/** The same syntax for other targets, none of which is needed. */
export function parseTargets<Target extends string>(
  written: string,
  targets: readonly Target[],
): Result<MappingOf<Target>, MappingFailure> {
  const mapping: Partial<Record<Target, MappingSource>> = {}
  item.lastIndex = 0
  while (item.lastIndex < written.length) {
    const start = item.lastIndex
    const [, name = '', sign, quoted, plain = ''] = item.exec(written) ?? []
    const words = quoted?.replaceAll('""', '"') ?? plain
    if (words === '') return fail({ type: 'MappingUnreadable', part: written.slice(start) })
    const target = targets.find((known) => known === name)
    if (target === undefined) return fail({ type: 'UnknownTarget', target: name, targets })
    if (mapping[target] !== undefined) return fail({ type: 'TargetTwice', target })
    mapping[target] = sign === ':=' ? { constant: words } : { column: words }
  }
  return ok(mapping)
}

/** The same mapping with the columns as the table spells them: case, accents and spaces may differ. */
export function resolveMapping<Target extends string>(
  mapping: MappingOf<Target>,
  columns: readonly string[],
): Result<MappingOf<Target>, MappingFailure> {
  const resolved: Partial<Record<Target, MappingSource>> = {}
  for (const [target, source] of Object.entries(mapping) as [Target, MappingSource][]) {
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
export const suggestMapping = (columns: readonly string[]): Mapping => suggestTargets(columns, HEADER_NAMES)

/** The same for other targets, in the order in which their names are listed. */
export function suggestTargets<Target extends string>(
  columns: readonly string[],
  names: Readonly<Record<Target, readonly string[]>>,
): MappingOf<Target> {
  const mapping: Partial<Record<Target, MappingSource>> = {}
  const free = new Map(columns.map((column) => [column, normalise(column)]))
  for (const isNamed of [isExactly, beginsWith]) {
    for (const target of Object.keys(names) as Target[]) {
      if (mapping[target] !== undefined) continue
      const column = firstNamed(names[target], free, isNamed)
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
