import { randomBytes } from 'node:crypto'

/** The word that stands for the nonce in the built page; each load puts its own there and in the header. */
export const NONCE = '__CSP_NONCE__'

export const newNonce = (): string => randomBytes(16).toString('base64')

export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    // `default-src` does not speak for these three.
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
