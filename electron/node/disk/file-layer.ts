/** A file being written: bytes go at its end. */
export interface OpenFile {
  /** How many of the bytes were taken, which may be fewer than given: the caller goes on with the rest. */
  write(bytes: Uint8Array): Promise<number>
  /** Resolves once the disk, not only the system, has every byte written so far. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * All that the program asks of a disk, one system call each, so that a test can record the calls, make the Nth one fail,
 * or take the power away between two. Failures are thrown with the system's code (`ENOSPC`, `EACCES`…).
 */
export interface FileLayer {
  /** Parents too; nothing happens when it is there. */
  makeFolder(path: string): Promise<void>
  /** Names in a folder, in no order; none when the folder is not there. */
  list(folder: string): Promise<readonly string[]>
  /** Null when the file is not there. */
  read(path: string): Promise<Uint8Array | null>
  /** `new` refuses a name that is taken (`EEXIST`); `append` makes the file when it is not there. */
  open(path: string, how: 'new' | 'append'): Promise<OpenFile>
  /** Over what has that name already. */
  rename(from: string, to: string): Promise<void>
  /** Nothing happens when the file is not there. */
  remove(path: string): Promise<void>
  /** Files made, renamed or removed in a folder survive a power cut once this has resolved. */
  syncFolder(folder: string): Promise<void>
}

/** The system's code of a thrown failure, `UNKNOWN` when it has none. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? 'UNKNOWN'
