import { fileEntryName } from '#shared/exchange/bundle-files.ts'

const ENDINGS: readonly (readonly [start: string, ending: string])[] = [
  ['\u00ff\u00d8\u00ff', 'jpg'],
  ['\u0089PNG', 'png'],
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'docx'],
]

/** What a file is called in a container, with an ending that its own first bytes say. */
export function entryOf(digest: string, bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const isWebp = start.startsWith('RIFF') && start.endsWith('WEBP')
  const ending = isWebp ? 'webp' : ENDINGS.find(([sign]) => start.startsWith(sign))?.[1]
  return fileEntryName(digest, ending ?? (bytes.includes(0) ? 'bin' : 'txt'))
}
