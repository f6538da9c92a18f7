/** A table that was chosen, or cells that were copied from a spreadsheet. */
export interface TableSource {
  readonly name: string
  readonly given: { readonly file: string } | { readonly cells: string }
}
