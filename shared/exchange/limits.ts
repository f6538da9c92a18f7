/** What a bundle that came from someone else may hold; one's own backup is limited by the disk only. */
export const LIMITS = {
  /** The file as it was handed over, and each part once unpacked, in bytes. */
  fileBytes: 300_000_000,
  operationsBytes: 200_000_000,
  manifestBytes: 1_000_000,
  dropsBytes: 25_000_000,
  /** A picture or a document that hangs on a note. */
  attachmentBytes: 25_000_000,
  entries: 10_000,
  operations: 500_000,
  /** Unpacked size ÷ packed size, above a first megabyte. */
  ratio: 200,
  /** Lists and objects inside one another. */
  depth: 64,
  /** Characters of one line of `ops.ndjson`. */
  lineCharacters: 2_000_000,
  /** Operations that one operation may replace in one field. */
  replaced: 1_000,
} as const

/** What a folder that holds files of contributions may hold. */
export const FOLDER_LIMITS = {
  /** Files taken at once. */
  files: 1_000,
  /** Folders inside one another. */
  depth: 8,
  /** Names looked at, whatever they name. */
  names: 50_000,
} as const

/** How long one file may keep a reader waiting for its bytes. */
export const SECONDS_PER_FILE = 10
