import type { MappingFailure } from './mapping.ts'
import type { TableFailure } from './table.ts'

/**
 * The i18next context that chooses the words of a failure in the catalogue `import`, under `failure.<type>.{safe,what,do}`;
 * the failure itself, with `file`, gives the values.
 */
export function failureContext(failure: TableFailure | MappingFailure): string | undefined {
  switch (failure.type) {
    case 'NotATable':
      return failure.found
    case 'TooLarge':
      return failure.what
    case 'WorkbookDamaged':
      return failure.part === undefined ? undefined : 'part'
    case 'EncodingUnreadable':
      return failure.line === undefined ? undefined : 'line'
    default:
      return undefined
  }
}
