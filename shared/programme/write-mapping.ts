import { MAPPING_TARGETS } from './mapping-target.ts'
import type { Mapping } from './mapping.ts'

/** A mapping in the syntax that `parseMapping` reads. */
export const writeMapping = (mapping: Mapping): string =>
  MAPPING_TARGETS.flatMap((target) => {
    const source = mapping[target]
    if (source === undefined) return []
    return 'constant' in source ? [`${target}:=${quoted(source.constant)}`] : [`${target}=${quoted(source.column)}`]
  }).join(',')

const quoted = (words: string): string => (/[,"\s]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
