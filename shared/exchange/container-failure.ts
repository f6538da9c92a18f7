import { LIMITS } from './limits.ts'

/** What a file turned out to be by its content, when it is not a bundle. */
export type OtherContent =
  | 'shortcut'
  | 'picture'
  | 'pdf'
  | 'word'
  | 'workbook'
  | 'open-document'
  | 'old-excel'
  | 'web-page'
  | 'archive'
  | 'text'
  | 'other'

/** Why a part of a container is not believed, and with it the whole file. */
export type PartFault =
  /** Its name points outside: absolute, a drive, a network share, `..`. */
  | 'path'
  /** Its name holds signs that cannot be shown, or is no name at all. */
  | 'name'
  /** A link, a device or anything else that is no plain file. */
  | 'link'
  /** Another part has the same name, or has it on some systems: letter case, accents in another form. */
  | 'twice'
  | 'encrypted'
  /** The directory and the part itself say different things, or two parts share their bytes. */
  | 'inconsistent'
  /** Longer once unpacked than it announces. */
  | 'longer'
  | 'unexpected'
  /** Not UTF-8, at a line. */
  | 'encoding'

/** Why nothing of a file is read. */
export type ContainerFailure =
  | { readonly type: 'EmptyFile' }
  | { readonly type: 'NotABundle'; readonly found?: OtherContent }
  /** The file ends before its end, or a part does not match its checksum. */
  | { readonly type: 'Truncated' }
  /** `part`: its name as it can be shown. */
  | { readonly type: 'PartRefused'; readonly reason: PartFault; readonly part: string; readonly line?: number }
  | { readonly type: 'TooLarge'; readonly what: keyof typeof LIMITS; readonly limit: number }

/** What is beyond a limit, with the limit. */
export const overLimit = (what: keyof typeof LIMITS) => ({ type: 'TooLarge', what, limit: LIMITS[what] }) as const

/** Why the bytes of a file are not read, or not to their end. */
export type FileFailure =
  /** `code`: of the system, `ENOENT`, `EACCES`… */
  | { readonly type: 'FileUnreadable'; readonly code: string }
  /** A folder, a pipe or a device. */
  | { readonly type: 'NotAFile' }
  /** The disk, or a cloud behind it, does not give its bytes. */
  | { readonly type: 'TooSlow'; readonly seconds: number }
  /** This computer has not the memory that it asks for. */
  | { readonly type: 'NoMemory' }
