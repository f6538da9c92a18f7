/**
 * Word pages for the eyes: `node test/documents/render.mjs <folder> [file.docx]` writes a PDF and one picture per page
 * into the folder; without a file, the sample report is written first. Needs LibreOffice and poppler.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { runnerImport } from 'vite'

const [folder = 'out/pages', given] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const file = given ? resolve(given) : await writeSample(resolve(folder, 'sample.docx'))
const name = basename(file, '.docx')

execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
execFileSync('pdftoppm', ['-r', '80', '-png', join(folder, `${name}.pdf`), join(folder, name)])

async function load(module) {
  return (await runnerImport(module, { configFile: false })).module
}

async function writeSample(path) {
  const { sampleOutline } = await load('./test/documents/sample-outline.ts')
  const { sanitiseOutline } = await load('./shared/report/sanitise.ts')
  const { outlineToDocx } = await load('./electron/node/report/outline-to-docx.ts')
  writeFileSync(path, await outlineToDocx(sanitiseOutline(sampleOutline()).outline))
  return path
}
