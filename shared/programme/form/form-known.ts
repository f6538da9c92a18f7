import { isKind, type AnyRecord, type Records } from '../../model/record.ts'
import type { Known } from '../label-index.ts'
import type { KnownLabels } from '../row-draft.ts'

/** What the words of a form may stand for. */
export interface FormKnown extends Required<KnownLabels> {
  readonly scopes: readonly Known[]
  readonly genders: readonly Known[]
  readonly speaksFor: readonly Known[]
  readonly levels: readonly Known[]
}

/** An axis as a form names it: `A3` beside its words, and the record that it was when the form was made. */
export interface AxisCode {
  readonly code: string
  readonly id: string
}

/** Axes with the codes of the form: « A3 », « 3 », « A3 – Logement ». One that was joined to another is the other. */
export function withCodes(axes: readonly Known[], codes: readonly AxisCode[], records: Records): readonly Known[] {
  const coded = codes.flatMap(({ code, id }) => {
    const axis = standing(records.get(id), records)
    if (axis === null) return []
    const labels = axes.find((known) => known.id === axis.id)?.labels ?? []
    return [{ id: axis.id, labels: [code, code.slice(1), ...labels.map((label) => `${code} ${label}`)] }]
  })
  return [...coded, ...axes]
}

/** Records joined one to another are followed so far. */
const FOLLOWED = 8

function standing(record: AnyRecord | undefined, records: Records): AnyRecord | null {
  let found = record
  for (let step = 0; step < FOLLOWED; step += 1) {
    if (found === undefined || !isKind(found, 'axis')) return null
    if (found.f.into === undefined) return found
    found = records.get(found.f.into)
  }
  return null
}
