import { newId as fromBytes } from '#shared/kit/id.ts'

/** A record id made on the page, so that a repeated call cannot make two records. */
export const newId = (): string => fromBytes((count) => crypto.getRandomValues(new Uint8Array(count)))
