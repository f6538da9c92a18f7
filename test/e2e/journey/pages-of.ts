import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** How many pages a document takes in LibreOffice, which keeps its own profile in `folder`. */
export function pagesOf(docx: string, folder: string): number {
  const profile = `-env:UserInstallation=file://${join(folder, 'soffice')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], { stdio: 'ignore' })
  const told = execFileSync('pdfinfo', [docx.replace(/docx$/, 'pdf')], { encoding: 'utf8' })
  return Number(/^Pages:\s+(\d+)/m.exec(told)?.[1])
}
