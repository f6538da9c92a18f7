import { contract, type PageContract } from '#shared/contract/contract.ts'
import { createClient } from '#shared/contract/dispatch.ts'
import type { CallFailure, Client } from '#shared/contract/method.ts'
import { fail } from '#shared/kit/result.ts'

/** Every call of the page to the node side goes through here. */
export const client: Client<PageContract> = createClient(contract, (method, input) =>
  window.rapporteur
    .send(method, input)
    // The other side could not even answer: the words stay where they were typed, as after any failure.
    .catch((error: unknown) => fail({ type: 'Unexpected', method, message: String(error) } satisfies CallFailure)),
)
