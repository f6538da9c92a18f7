import type { MappingOf, MappingSource } from './mapping.ts'

/** A mapping in the syntax that `parseMapping` reads. */
export const writeMapping = <Target extends string>(mapping: MappingOf<Target>): string =>
  (Object.entries(mapping) as [Target, MappingSource][])
    .map(([target, source]) =>
      'constant' in source ? `${target}:=${quoted(source.constant)}` : `${target}=${quoted(source.column)}`,
    )
    .join(',')

const quoted = (words: string): string => (/[,"\s]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
