import type { Role } from '../../app/navigation.ts'
import type { ReportType } from './report-store.ts'

/** A document that can be written; its label is null where the process has no name of its own for it. */
export interface OfferedDocument {
  readonly type: ReportType
  readonly label: string | null
}

/** What there is to write documents about. */
export interface Subjects {
  readonly regions: readonly { readonly id: string }[]
  readonly axes: readonly { readonly id: string }[]
  readonly sessions: readonly { readonly id: string }[]
}

const TYPES: readonly ReportType[] = ['session', 'minutes', 'regional', 'thematic', 'global']

const SUBJECT_OF: Readonly<Record<ReportType, keyof Subjects | null>> = {
  session: 'sessions',
  minutes: 'sessions',
  regional: 'regions',
  thematic: 'axes',
  global: null,
}

/** The documents of the process in its order, then those that can be written besides. */
export function offeredDocuments(
  named: readonly { readonly type: string; readonly label: string }[],
  subjects: Subjects,
): readonly OfferedDocument[] {
  const types = [...named.flatMap(({ type }) => TYPES.find((known) => known === type) ?? []), ...TYPES]
  return [...new Set(types)].filter(hasSubject(subjects)).map((type) => ({
    type,
    label: named.find((document) => document.type === type)?.label ?? null,
  }))
}

const hasSubject =
  (subjects: Subjects) =>
  (type: ReportType): boolean => {
    const subject = SUBJECT_OF[type]
    return subject === null || subjects[subject].length > 0
  }

const FIRST_OF: Readonly<Record<Role, ReportType>> = {
  rapporteur: 'session',
  section: 'regional',
  secretariat: 'global',
}

/** The document that someone in this role most likely comes for. */
export const firstDocument = (offered: readonly OfferedDocument[], role: Role): ReportType =>
  (offered.find(({ type }) => type === FIRST_OF[role]) ?? offered[0])?.type ?? 'global'
