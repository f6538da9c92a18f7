/** The nonce of this page load, or an empty string where the page carries none (tests). */
export const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Some libraries lock the scrolling with a style of their own and look for the nonce under this name. */
export function lendNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: nonce() })
}
