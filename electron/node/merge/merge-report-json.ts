/** The report for a machine. `at` is in milliseconds since 1970, and in the file a moment of ISO 8601. */
export function mergeReportJson({
  at,
  ...report
}: { readonly at: number } & Readonly<Record<string, unknown>>): Uint8Array {
  const said = { report: 'rapporteur-merge', version: 1, at: new Date(at).toISOString(), ...report }
  return new TextEncoder().encode(`${JSON.stringify(said, null, 2)}\n`)
}
