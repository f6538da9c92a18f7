/** Why a file of a container is not taken, while the rest of the container is. */
export type FileFault =
  /** Its bytes are not those of the digest it is called by, or cannot be unpacked. */
  | 'altered'
  /** Longer than a file may be. */
  | 'too-large'
  /** No operation of the container names it. */
  | 'unnamed'

/** A file inside a container; of one that is refused, why. */
export interface BundleFile {
  readonly digest: string
  readonly fault: FileFault | null
}

const ENTRY = /^files\/([0-9a-f]{64})\.[a-z0-9]{1,8}$/

/** What a file is called in a container. The ending is for people who unpack it; nothing here goes by it. */
export const fileEntryName = (digest: string, extension: string): string => `files/${digest}.${extension}`

/** The digest that a part is called by, null when it is no file. */
export const digestOfEntry = (name: string): string | null => ENTRY.exec(name)?.[1] ?? null

/** Digests of what can be taken. */
export const goodFiles = (files: readonly BundleFile[] = []): readonly string[] =>
  files.flatMap(({ digest, fault }) => (fault === null ? [digest] : []))
