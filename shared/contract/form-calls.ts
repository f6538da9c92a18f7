import * as z from 'zod'
import type { FileFailure } from '../exchange/container-failure.ts'
import type { FormFault, FormIssue } from '../programme/form/form-issue.ts'
import type { ArchiveFailure, JobStopped, NothingOpen, NotSaved } from './failures.ts'
import { method } from './method.ts'
import type { Edited } from './replies.ts'

/** A form that is not read, and why; its words are in the catalogue `failure`, by `reason`. */
export interface FormUnreadable {
  readonly type: 'FormUnreadable'
  readonly reason: FormFault
  readonly file: string
}

export interface FormSession {
  readonly label: string
  readonly date: string
  readonly place: string
  /** The label of the section, when there is one. */
  readonly region: string | null
  readonly level: number
  readonly isNew: boolean
}

export interface FormPreview {
  readonly reference: string
  /** Null while what must be known of it is not said: nothing can then be taken. */
  readonly session: FormSession | null
  readonly added: number
  readonly alreadyHere: number
  /** Persons that would be made. */
  readonly people: number
  readonly themes: readonly string[]
  /** The first lines, for the eye. */
  readonly sample: readonly { readonly line: number; readonly speaker: string; readonly text: string }[]
  readonly issues: readonly FormIssue[]
}

export interface FormImported extends Edited {
  readonly added: number
  readonly alreadyHere: number
  readonly people: number
  readonly issues: readonly FormIssue[]
}

const file = z.string().min(1).max(200)
const path = z.string().min(1)
const written = { as: z.enum(['docx', 'xlsx']), lang: z.enum(['fr', 'en', 'es']) }

/** Forms for those who cannot install the program. */
export const formCalls = {
  /** Null when the person declined the dialog. */
  'form.write': method<{ readonly name: string } | null, NothingOpen | NotSaved | JobStopped>()(
    z.object({ ...written, job: z.string().min(1).max(100) }),
  ),
  'form.preview': method<FormPreview, FormUnreadable | FileFailure | NothingOpen>()(z.object({ file })),
  'form.import': method<FormImported, FormUnreadable | FileFailure | NothingOpen | NotSaved>()(z.object({ file })),
}

export interface ArchiveFormImported {
  readonly file: string
  readonly canonicalHash: string
  readonly notes: number
  readonly added: number
  readonly alreadyHere: number
  readonly people: number
  readonly issues: readonly FormIssue[]
}

/** The same, of files alone. `process` is a template or a file. */
export const formArchiveCalls = {
  'archive.form': method<{ readonly file: string }, ArchiveFailure>()(
    z.object({ ...written, process: path, edition: z.string().max(60).optional(), out: path }),
  ),
  'archive.importForm': method<ArchiveFormImported, ArchiveFailure | FormUnreadable>()(
    z.object({ form: path, into: path, out: path }),
  ),
}
