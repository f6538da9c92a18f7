import type { NotTableContent } from '#shared/programme/table.ts'

export type FileContent = 'workbook' | 'protected-workbook' | 'text' | NotTableContent

/** First bytes, as Latin-1, of what people choose by mistake. */
const SIGNATURES: readonly (readonly [start: string, content: FileContent])[] = [
  ['PK\u0003\u0004', 'workbook'],
  ['PK\u0005\u0006', 'archive'],
  ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'old-excel'],
  ['%PDF-', 'pdf'],
  ['\u0089PNG', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['GIF8', 'picture'],
  ['L\u0000\u0000\u0000\u0001\u0014\u0002\u0000', 'shortcut'],
  ['7z\u00bc\u00af', 'archive'],
  ['Rar!', 'archive'],
  ['\u001f\u008b', 'archive'],
]

/** What a file is by its content; its name may lie. A workbook may still prove to be another kind of archive. */
export function recogniseFile(bytes: Buffer): FileContent {
  const start = bytes.toString('latin1', 0, 512)
  const content = SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? textContent(start)
  // A workbook with a password is wrapped in the container of older versions.
  return content === 'old-excel' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? 'protected-workbook'
    : content
}

function textContent(start: string): FileContent {
  const words = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^\[(InternetShortcut|Desktop Entry)\]/.test(words)) return 'shortcut'
  if (/^<(!doctype html|html|head|table)\b/i.test(words)) return 'web-page'
  return /^(<\?xml|\{\\rtf)/.test(words) ? 'other' : 'text'
}
