/** SHA-256 of the UTF-8 bytes of a text, as 43 base64url characters. */
export type Digest = (text: string) => string

/** `count` bytes from the host's source of randomness; tests inject a seeded one. */
export type RandomBytes = (count: number) => Uint8Array

/** Milliseconds since 1970, as the host's clock says; never used to decide causality. */
export type Clock = () => number
