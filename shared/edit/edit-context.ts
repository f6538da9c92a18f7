import type { Result } from '../kit/result.ts'
import type { Records } from '../model/record.ts'
import type { EditFailure } from './command.ts'
import type { Writing } from './draft.ts'

/** What a command needs besides the records: ids for what it must create by itself. */
export interface EditContext {
  readonly records: Records
  readonly newId: () => string
  /** Looked for among all records when it is not named. */
  readonly consultationId?: string
}

export type EditResult = Result<readonly Writing[], EditFailure>
