/** What came from a session beside its notes. Nothing of it is a note by itself. */
export const SOURCE_KINDS = ['transcript', 'chat', 'questions', 'poll', 'attendance', 'handed-in'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** How a file was written, as far as its content tells. */
export const SOURCE_LAYOUTS = ['webvtt', 'subrip', 'zoom', 'teams', 'document', 'text'] as const
export type SourceLayout = (typeof SOURCE_LAYOUTS)[number]

/** A cue, a message, a question, an answer, someone who was there, or a paragraph. */
export interface SourcePart {
  /** Where it begins in the file; the first line is 1. Paragraphs of a document are counted instead. */
  readonly line: number
  /** Milliseconds since the source begins; null when the file does not say. */
  readonly at: number | null
  readonly end: number | null
  /** As the file names them; nobody is looked up. */
  readonly who: string
  readonly text: string
  /** The question that is answered, or whom a message was for when not for all. */
  readonly about: string
  /** How long someone was there in all, however often they came and went. */
  readonly minutes?: number
}

/** What of a file was passed over; the rest is taken. */
export interface SourceProblem {
  readonly line: number
  readonly type:
    /** Words that no time stands over. */
    | 'NoTime'
    /** A time that cannot be read, and with it what it stands over. */
    | 'TimeUnreadable'
    /** It ends before it begins: taken, without its end. */
    | 'EndBeforeStart'
    /** Longer than a part may be: cut. */
    | 'TextCut'
    /** A quotation mark that is never closed: read as any other letter. */
    | 'QuoteNotClosed'
    /** Someone without a name. */
    | 'NoName'
}

export interface Source {
  readonly kind: SourceKind
  readonly layout: SourceLayout
  /** In the order of their times, then of the file; what has no time stands where the file has it. */
  readonly parts: readonly SourcePart[]
  readonly problems: readonly SourceProblem[]
  /** What the clock showed when the source began, in milliseconds since midnight; null when its times count from zero. */
  readonly clock: number | null
}

/** What a file of a stranger may hold. */
export const SOURCE_LIMITS = {
  bytes: 20_000_000,
  parts: 100_000,
  /** Characters of one part; what is longer is cut, the file itself is kept whole. */
  text: 20_000,
  /** Problems that are told one by one. */
  problems: 1_000,
} as const

export const tooMuch = (what: 'bytes' | 'parts'): SourceFailure => ({
  type: 'TooLarge',
  what,
  limit: SOURCE_LIMITS[what],
})

/** Why nothing of a file is taken. */
export type SourceFailure =
  /** By its content it is something else: `picture`, `workbook`… */
  | { readonly type: 'NotASource'; readonly found: string }
  | { readonly type: 'EncodingUnreadable'; readonly line?: number }
  | { readonly type: 'EmptySource' }
  /** `what`: `bytes`, `parts`, or what of a document once unpacked. */
  | { readonly type: 'TooLarge'; readonly what: string; readonly limit: number }
  | { readonly type: 'DocumentProtected' }
  /** `part`: what of the document is damaged, or declares what no document needs. */
  | { readonly type: 'DocumentDamaged'; readonly part?: string }
