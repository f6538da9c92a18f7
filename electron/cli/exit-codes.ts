/** 0 done · 1 done, with something to look at · 2 arguments · 3 input refused · 4 file system · 5 internal. */
export const EXIT = { done: 0, warnings: 1, arguments: 2, refused: 3, files: 4, internal: 5 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const CODES: Readonly<Record<string, ExitCode>> = {
  UnknownVerb: EXIT.arguments,
  UnknownOption: EXIT.arguments,
  OptionTwice: EXIT.arguments,
  NameRefused: EXIT.arguments,
  OutputIsInput: EXIT.arguments,
  OptionMissing: EXIT.arguments,
  OptionInvalid: EXIT.arguments,
  FileMissing: EXIT.arguments,
  WordUnexpected: EXIT.arguments,
  InvalidInput: EXIT.arguments,
  UnknownMethod: EXIT.internal,
  MapInvalid: EXIT.arguments,
  TemplateNotFound: EXIT.arguments,
  RegionNeeded: EXIT.arguments,
  AxisNeeded: EXIT.arguments,
  SessionNeeded: EXIT.arguments,
  PlaceUnknown: EXIT.arguments,
  NoRecipient: EXIT.arguments,
  FileLocked: EXIT.arguments,
  PassphraseNeeded: EXIT.arguments,
  PassphraseWeak: EXIT.arguments,
  BackupLocked: EXIT.arguments,
  NotAStore: EXIT.arguments,
  WouldOverwrite: EXIT.arguments,
  FileUnreadable: EXIT.files,
  NotAFile: EXIT.files,
  TooSlow: EXIT.files,
  FileNotWritten: EXIT.files,
  WordsLeaked: EXIT.internal,
  Unexpected: EXIT.internal,
}

/** Every other failure is an input that is not taken. */
export const exitCodeOf = (failure: string): ExitCode => CODES[failure] ?? EXIT.refused
