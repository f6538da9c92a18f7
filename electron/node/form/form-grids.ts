import { fail, type Result } from '#shared/kit/result.ts'
import type { FormGrid } from '#shared/programme/form/form-grid.ts'
import type { FormFault } from '#shared/programme/form/form-issue.ts'
import type { TableFailure } from '#shared/programme/table.ts'
import { openOffice } from '../import/open-workbook.ts'
import { recogniseFile } from '../import/recognise-file.ts'
import { readSheetGrids } from './read-sheet-grids.ts'
import { readWordGrids } from './read-word-grids.ts'

/** A form with pictures that people have added to it. */
export const FORM_BYTES = 50_000_000

/** The tables of a Word document or the sheets of a workbook; what is neither is no form. */
export async function gridsOf(bytes: Buffer): Promise<Result<readonly FormGrid[], FormFault>> {
  const content = recogniseFile(bytes)
  if (content === 'protected-workbook') return fail('Protected')
  if (content !== 'workbook') return fail('NotAForm')
  const word = await openOffice(bytes, 'word/document.xml')
  if (word.ok) return readWordGrids(word.value)
  if (word.failure.type !== 'NotATable') return fail(faultOf(word.failure))
  const workbook = await openOffice(bytes, 'xl/workbook.xml')
  if (!workbook.ok) return fail(faultOf(workbook.failure))
  const grids = await readSheetGrids(workbook.value)
  return grids.ok ? grids : fail(faultOf(grids.failure))
}

function faultOf({ type }: TableFailure): FormFault {
  if (type === 'NotATable') return 'NotAForm'
  if (type === 'WorkbookProtected') return 'Protected'
  return type === 'TooLarge' ? 'TooLarge' : 'Damaged'
}
