import type { FormUnreadable } from '#shared/contract/form-calls.ts'
import type { FileFailure } from '#shared/exchange/container-failure.ts'
import type { FormFault } from '#shared/programme/form/form-issue.ts'

/** Why a form is not read, for the words of the catalogue. */
export function formFailure(fault: FormFault, file: string): FormUnreadable
export function formFailure(fault: FormFault | FileFailure, file: string): FormUnreadable | FileFailure
export function formFailure(fault: FormFault | FileFailure, file: string): FormUnreadable | FileFailure {
  return typeof fault === 'string' ? { type: 'FormUnreadable', reason: fault, file } : fault
}
