import { fail, type Result } from '../kit/result.ts'
import type { CallFailure, Client, Contract, Handlers, Send } from './method.ts'

/**
 * Checks the name and the input of a call, then runs its handler: the one door through which every host reaches the node
 * side. A defect becomes a failure that names the call; `onDefect` gets it for the log.
 */
export async function dispatch<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  method: string,
  input: unknown,
  onDefect: (method: string, error: unknown) => void = () => {},
): Promise<Result<unknown, unknown>> {
  const declared = Object.hasOwn(contract, method) ? contract[method] : undefined
  if (declared === undefined) return fail({ type: 'UnknownMethod', method } satisfies CallFailure)
  const parsed = declared.input.safeParse(input)
  if (!parsed.success) {
    return fail({ type: 'InvalidInput', method, message: parsed.error.message } satisfies CallFailure)
  }
  const handler = handlers[method] as (input: unknown) => Promise<Result<unknown, unknown>>
  try {
    return await handler(parsed.data)
  } catch (error) {
    onDefect(method, error)
    const message = error instanceof Error ? error.message : String(error)
    return fail({ type: 'Unexpected', method, message } satisfies CallFailure)
  }
}

/** The same typed client over any wire: the desktop's, or a direct call. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  const calls = Object.keys(contract).map((name) => [name, (input: unknown) => send(name, input)] as const)
  return Object.fromEntries(calls) as unknown as Client<C>
}
