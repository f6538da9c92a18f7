import { contextOfFailure } from '#shared/contract/failure-context.ts'
import type { FileReport, MergePreview } from '#shared/contract/replies.ts'
import { asideByReason, conflictsByField, type MergedFile, type MergeReport } from '#shared/merge/merge-report.ts'
import type { ImportedFile } from '../store/entry.ts'

/** What is kept of a merge, for whoever asks later: a preview without a text. */
export function reportOfMerge({ files, plan }: Pick<MergePreview, 'files' | 'plan'>): MergeReport {
  const { counts, conflicts, newOperations, knownOperations, replacesOurs, aside } = plan
  return {
    files: files.map(mergedFile),
    counts: { ...counts },
    conflicts: conflictsByField(conflicts),
    newOperations,
    knownOperations,
    replacesOurs,
    waiting: aside,
  }
}

function mergedFile(file: FileReport): MergedFile {
  const { name, state, failure, audience, seq, missing, sections, axes, notes, setAside, counts } = file
  return {
    name,
    state,
    refusal: failure === null ? null : { ...failure, context: contextOfFailure(failure) },
    audience,
    seq,
    missing: [...missing],
    sections: [...sections],
    axes: [...axes],
    notes,
    setAside: asideByReason(setAside),
    counts: { ...counts },
  }
}

/** What is known of an import of a version that kept no report: its files. */
export const reportOfFiles = (files: readonly ImportedFile[], newOperations: number): MergeReport => ({
  files: files.map(({ name, sections, axes, notes, seq }) => ({
    name,
    state: 'whole',
    refusal: null,
    audience: null,
    seq,
    missing: [],
    sections,
    axes,
    notes,
    setAside: [],
    counts: {},
  })),
  counts: {},
  conflicts: [],
  newOperations,
  knownOperations: 0,
  replacesOurs: 0,
  waiting: 0,
})
