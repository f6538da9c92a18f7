import { activeOperations, holdsBack, type Import } from './active.ts'
import type { Operation } from '../operation/operation.ts'

/** What becomes of the operations that one import brought, once it is withdrawn. All are ids. */
export interface WithdrawalPlan {
  readonly leaving: ReadonlySet<string>
  /** Brought by it alone, and staying since what was written here rests on them. */
  readonly staying: ReadonlySet<string>
  /** Brought by it alone, and staying since they hold a record back: a stricter level, a consent withdrawn. */
  readonly rules: ReadonlySet<string>
}

/** What withdrawing an import would do, whether or not it is withdrawn now: what it brings back is what had left. */
export function planWithdrawal(
  operations: ReadonlyMap<string, Operation>,
  imports: readonly (Import & { readonly id: string })[],
  own: ReadonlySet<string>,
  target: string,
): WithdrawalPlan {
  const activeWhen = (withdrawn: boolean): ReadonlySet<string> =>
    activeOperations(
      operations.values(),
      imports.map((one) => ({ operations: one.operations, withdrawn: one.id === target ? withdrawn : one.withdrawn })),
      own,
    )
  const [standing, without] = [activeWhen(false), activeWhen(true)]
  const others = new Set(own)
  for (const one of imports) {
    if (one.id !== target && !one.withdrawn) for (const id of one.operations) others.add(id)
  }
  const brought = imports.filter(({ id }) => id === target).flatMap(({ operations: ids }) => Array.from(ids))
  // Active without it, and brought by nobody else: own work rests on it, or it holds a record back.
  const alone = brought.filter((id) => without.has(id) && !others.has(id) && !isOfTemplate(operations.get(id)))
  return {
    leaving: new Set([...standing].filter((id) => !without.has(id))),
    staying: new Set(alone.filter((id) => !isRule(operations.get(id)))),
    rules: new Set(alone.filter((id) => isRule(operations.get(id)))),
  }
}

const isOfTemplate = (operation: Operation | undefined): boolean => operation?.head.g !== undefined
const isRule = (operation: Operation | undefined): boolean => operation !== undefined && holdsBack(operation)
