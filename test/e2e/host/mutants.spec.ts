import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, openPage, test } from '../fixtures.ts'
import { type ProofName, PROOFS } from './proofs.ts'

interface Mutant {
  readonly proof: ProofName
  readonly from: string
  readonly to: string
}

/** One wall removed from the built program each time: a proof that still holds then proves nothing. */
const MUTANTS: Readonly<Record<string, Mutant>> = {
  'no content policy': { proof: 'contentPolicy', from: '"content-security-policy": contentPolicy(nonce),', to: '' },
  'the same nonce for ever': {
    proof: 'contentPolicy',
    from: 'randomBytes(16).toString("base64")',
    to: 'Buffer.alloc(16).toString("base64")',
  },
  'pages may go elsewhere': { proof: 'noNavigation', from: 'if (!isPage(event.url, server))', to: 'if (false)' },
  'pages may open windows': { proof: 'noWindow', from: 'action: "deny"', to: 'action: "allow"' },
  'any file is served': { proof: 'noOtherFile', from: 'if (!file.startsWith(PAGES + sep))', to: 'if (false)' },
  'any host is served': { proof: 'noOtherFile', from: 'if (url.host !== "rapporteur")', to: 'if (false)' },
  'anybody is answered': {
    proof: 'noForeignSender',
    from: 'if (!isTrustedFrame(',
    to: 'if (false && !isTrustedFrame(',
  },
  'every permission is granted': { proof: 'noPermission', from: '=== "clipboard-sanitized-write"', to: '!== ""' },
  'requests may leave': { proof: 'noRequest', from: 'cancel: leaves(url)', to: 'cancel: false' },
  'the page is not in a sandbox': { proof: 'safePreferences', from: 'sandbox: true', to: 'sandbox: false' },
}

const built = process.env['APP_DIR'] ?? '.'

async function mutate({ from, to }: Mutant, program: string): Promise<void> {
  for (const part of ['out/main', 'out/preload', 'out/renderer']) {
    await cp(join(built, part), join(program, part), { recursive: true })
  }
  await cp(join(built, 'package.json'), join(program, 'package.json'))
  const names = await readdir(join(program, 'out/main'), { recursive: true })
  const files = names.filter((name) => name.endsWith('.js')).map((name) => join(program, 'out/main', name))
  const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })))
  const [found, ...others] = texts.filter(({ text }) => text.includes(from))
  expect(found, `${from} is in the built program`).toBeDefined()
  expect(others, `${from} is in one file only`).toEqual([])
  if (found) await writeFile(found.file, found.text.replace(from, to))
}

for (const [name, mutant] of Object.entries(MUTANTS)) {
  test(`it is noticed when ${name}`, async ({ start }, info) => {
    const program = info.outputPath('program')
    await mutate(mutant, program)
    const app = await start([], program)
    const page = await openPage(app)
    expect(await PROOFS[mutant.proof]({ app, page })).not.toEqual([])
  })
}
