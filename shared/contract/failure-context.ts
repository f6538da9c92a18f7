/** What of a failure has words of its own, when the catalogue has them: the system's code, the reason, what was found. */
export function contextOfFailure(failure: Readonly<Record<string, unknown>>): string {
  const said = failure['code'] ?? failure['reason'] ?? failure['found'] ?? failure['what']
  return typeof said === 'string' ? said : ''
}
