import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Pictures of pages of a Word file, as addresses that an `img` takes. */
export async function pagesOf(docx: string, folder: string, pages: readonly number[]): Promise<readonly string[]> {
  const profile = `-env:UserInstallation=file://${join(folder, 'soffice')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], { stdio: 'ignore' })
  const pdf = docx.replace(/docx$/, 'pdf')
  for (const page of pages.map(String))
    execFileSync('pdftoppm', ['-r', '120', '-f', page, '-l', page, '-png', pdf, join(folder, 'page')])
  const names = (await readdir(folder)).filter((name) => /^page-\d+\.png$/.test(name)).toSorted()
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))))
  return files.map((bytes) => `data:image/png;base64,${bytes.toString('base64')}`)
}

/** Puts pictures on a grey table, side by side, and takes one picture of it all. */
export async function laySideBySide(page: Page, pictures: readonly string[], path: string): Promise<void> {
  await page.evaluate((sources) => {
    const table = document.createElement('div')
    table.id = 'table'
    Object.assign(table.style, {
      position: 'absolute',
      inset: '0 auto auto 0',
      boxSizing: 'border-box',
      inlineSize: '2000px',
      display: 'grid',
      gridTemplateColumns: 'repeat(4, 1fr)',
      gap: '16px',
      padding: '16px',
      background: '#d5dae2',
    })
    for (const source of sources) {
      const picture = new Image()
      picture.src = source
      Object.assign(picture.style, { inlineSize: '100%', boxShadow: '0 1px 4px #0004' })
      table.append(picture)
    }
    document.body.replaceChildren(table)
    return Promise.all([...table.querySelectorAll('img')].map((picture) => picture.decode()))
  }, pictures)
  await page.locator('#table').screenshot({ path })
}
