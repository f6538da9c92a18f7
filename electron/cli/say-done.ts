import type {
  ArchiveBackedUp,
  ArchiveExported,
  ArchiveImported,
  ArchiveMade,
  ArchiveMerged,
  ArchiveRestored,
  Inspected,
} from '#shared/contract/archive-contract.ts'
import { rangeWords, STREAM_SHOWN, type StreamReport } from '#shared/merge/completeness.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { RowWarning } from '#shared/programme/row-draft.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Said, Words } from './said.ts'
import { sayForm, sayFormImported } from './say-form.ts'
import { sayParticipants } from './say-participants.ts'
import { sayRecovered, sayVerified } from './say-verified.ts'
import type { Asked } from './verb.ts'

const SAY: Readonly<Record<string, (value: never, words: Words) => Said>> = {
  'archive.create': (made: ArchiveMade, words) => ({ lines: [words('cli:done.created', made)], warnings: [] }),
  'archive.importTable': sayImported,
  'archive.importParticipants': sayParticipants,
  'archive.form': sayForm,
  'archive.importForm': sayFormImported,
  'archive.merge': sayMerged,
  'archive.export': sayExported,
  'archive.report': (made: { file: string; notes: number; changed: number }, words) => ({
    lines: [words('cli:done.report', made)],
    warnings: made.changed === 0 ? [] : [words('cli:warning.changed', { count: made.changed })],
  }),
  'archive.backup': (made: ArchiveBackedUp, words) => ({
    lines: [
      words(made.encrypted ? 'cli:done.backedUpLocked' : 'cli:done.backedUp', { ...made, count: made.notes }),
      words('cli:done.hash', made),
    ],
    warnings: made.damages === 0 ? [] : [words('cli:warning.damages', { count: made.damages })],
  }),
  'archive.restore': (made: ArchiveRestored, words) => ({
    lines: [words('cli:done.restored', made), words('cli:done.hash', made)],
    warnings: [],
  }),
  'archive.verify': sayVerified,
  'archive.recover': sayRecovered,
  'archive.inspect': sayInspected,
}

/** Prints an answer, in words or as JSON, and gives the exit code. */
export function sayDone({ method, json }: Asked, value: unknown, translate: Translate): ExitCode {
  const words = translate as unknown as Words
  const said = SAY[method]?.(value as never, words) ?? { lines: [], warnings: [] }
  const code = said.code ?? (said.warnings.length > 0 ? EXIT.warnings : EXIT.done)
  if (json) console.log(JSON.stringify({ ok: true, exit: code, ...(value as object) }))
  else for (const line of said.lines) console.log(line)
  if (!json) for (const warning of said.warnings) console.error(warning)
  return code
}

/** Lines told one by one: beyond, their number says enough. */
const ERRORS_TOLD = 20
/** Rows that are taken, and should be looked at. */
const WARNINGS: ReadonlySet<string> = new Set<RowWarning['type']>([
  'TooFewCells',
  'AmbiguousDate',
  'HiddenMark',
  'DatesAmongTexts',
])

function sayImported(made: ArchiveImported, words: Words): Said {
  const told = made.errors.slice(0, ERRORS_TOLD).map((error) => {
    const group = WARNINGS.has(error.type) ? 'warning' : 'refused'
    return words(`import:${group}.${error.type}`, { ...error, column: error.column ?? '', count: 1 })
  })
  const more = made.errors.length - told.length
  return {
    lines: [words('cli:done.imported', { count: made.added, file: made.file, alreadyHere: made.alreadyHere })],
    warnings: [...told, ...(more > 0 ? [words('cli:warning.moreRows', { count: more })] : [])],
  }
}

function sayMerged(merged: ArchiveMerged, words: Words): Said {
  const counts = Object.entries(merged.counts).map(([kind, count]) => words('cli:done.mergedKind', { kind, ...count }))
  const aside = merged.files.filter(({ setAside }) => setAside > 0)
  return {
    lines: [
      merged.written ? words('cli:done.merged', merged) : words('cli:done.mergePreview', merged),
      ...counts,
      words('cli:done.hash', merged),
      ...merged.streams.flatMap((report) => sayStream(report, words)),
    ],
    warnings: [
      ...aside.map(({ file, setAside }) => words('cli:warning.setAside', { file, count: setAside })),
      ...merged.files.flatMap(({ file, warnings }) =>
        warnings.map((warning) => `${file} — ${words(`failure:warning.${warning.type}`, warning)}`),
      ),
      ...(merged.conflicts > 0 ? [words('cli:warning.conflicts', { count: merged.conflicts })] : []),
    ],
  }
}

/** What is missing of a stream, and which of its numbers serve twice; nothing of one that is whole. */
function sayStream(report: StreamReport, words: Words): readonly string[] {
  const stream = report.stream.slice(0, STREAM_SHOWN)
  const [received, missing] = [rangeWords(report.received), rangeWords(report.missing)].map((all) => all.join(', '))
  return [
    ...(report.missingCount > 0 ? [words('cli:stream.missing', { stream, received, missing })] : []),
    ...(report.twice.length > 0 ? [words('cli:stream.twice', { stream, numbers: report.twice.join(', ') })] : []),
  ]
}

function sayExported(made: ArchiveExported, words: Words): Said {
  const { withheld, outside, cited } = made
  return {
    lines: [
      words(made.locked ? 'cli:done.exportedLocked' : 'cli:done.exported', { ...made, count: made.notes }),
      ...(withheld > 0 ? [words('cli:done.withheld', { count: withheld })] : []),
      ...(outside > 0 ? [words('cli:done.outside', { count: outside })] : []),
    ],
    warnings: cited > 0 ? [words('cli:warning.cited', { count: cited })] : [],
  }
}

function sayInspected(inspected: Inspected, words: Words): Said {
  return {
    lines: [
      words('cli:inspect.head', { ...inspected, kind: words(`cli:inspect.kind.${inspected.kind}`) }),
      words('cli:done.hash', inspected),
      ...inspected.axes.map((axis) => words('cli:inspect.axis', axis)),
      ...inspected.sections.map((section) =>
        words('cli:inspect.section', {
          ...section,
          state: section.state === '' ? '–' : words(`lists:consultationState.${section.state}`),
        }),
      ),
      ...(inspected.streams.length === 0 ? [] : [words('cli:inspect.streams', { count: inspected.streams.length })]),
      ...inspected.streams.flatMap((report) => sayStream(report, words)),
    ],
    warnings: inspected.setAside.map(({ line, reason, why }) =>
      words('failure:aside.line', { line, why: words(`failure:aside.${why ?? reason}`) }),
    ),
  }
}
