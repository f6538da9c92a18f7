import { readFile } from 'node:fs/promises'
import { PARTS } from '#shared/exchange/bundle.ts'
import { decodeManifest } from '#shared/exchange/decode-bundle.ts'
import { LIMITS } from '#shared/exchange/limits.ts'
import { unpackTexts } from '../exchange/zip.ts'
import { fileDigest } from '../workspace/register.ts'

/** By what a file is known again. */
export interface FileIdentity {
  /** SHA-256 of the whole file in hexadecimal. */
  readonly file: string
  /** The digest of its operations, as its manifest gives it; null when it has none that can be read. */
  readonly root: string | null
}

/** Null when the system does not let the file be read, or not yet. Work for a worker. */
export async function identifyFile(path: string): Promise<FileIdentity | null> {
  try {
    const bytes = await readFile(path)
    return { file: fileDigest(bytes), root: await rootOf(bytes) }
  } catch {
    return null
  }
}

async function rootOf(bytes: Uint8Array): Promise<string | null> {
  const texts = await unpackTexts(bytes, { [PARTS.manifest]: LIMITS.manifestBytes })
  const text = texts.ok ? texts.value[PARTS.manifest] : undefined
  const manifest = text === undefined ? null : decodeManifest(text)
  return manifest?.ok === true ? manifest.value.root : null
}
