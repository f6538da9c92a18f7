import type { PageContract } from '#shared/contract/contract.ts'
import type { InputOf } from '#shared/contract/method.ts'
import type { Command } from '#shared/edit/command.ts'

type Settling = Pick<InputOf<PageContract['bundle.merge']>, 'settle' | 'joins' | 'apart'>

/** What a person chose before the files were put in, each kind of choice one step to take back. */
export const settlingCommands = ({ settle, joins = [], apart = [] }: Settling): readonly Command[] => [
  ...(settle.length > 0 ? [{ type: 'conflicts.settle' as const, choices: settle }] : []),
  ...(joins.length > 0 ? [{ type: 'records.join' as const, joins }] : []),
  ...(apart.length > 0 ? [{ type: 'records.keepApart' as const, pairs: apart }] : []),
]
