import { contract, type PageContract } from '#shared/contract/contract.ts'
import { createClient } from '#shared/contract/dispatch.ts'
import type { Client } from '#shared/contract/method.ts'

/** Every call of the page to the node side goes through here. */
export const client: Client<PageContract> = createClient(contract, (method, input) =>
  window.rapporteur.send(method, input),
)
