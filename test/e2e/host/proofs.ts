import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication, Page } from '@playwright/test'
import type { PageWindow } from '../fixtures.ts'

export interface World {
  readonly app: ElectronApplication
  readonly page: Page
}

/** What got through a wall, in words; nothing when the wall holds. */
type Proof = (world: World) => Promise<readonly string[]>

const SETTLE_MS = 300

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const contentPolicy: Proof = async ({ page }) => {
  // The first line is the program's own: the stand-in adds one that refuses pop-ups.
  const load = async (): Promise<readonly [string, string]> => {
    const [response] = await Promise.all([page.waitForResponse(/index\.html$/), page.reload()])
    const header = (await response.allHeaders())['content-security-policy']?.split('\n', 1)[0] ?? ''
    return [header.replace(/nonce-[^']*/, 'nonce-…'), /nonce-([^']*)/.exec(header)?.[1] ?? '']
  }
  const [first, firstNonce] = await load()
  const [, secondNonce] = await load()
  const shown = await page.evaluate(() => document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce)
  const ran = await page.evaluate(tryToRun)
  return [
    ...(first === POLICY ? [] : [`policy: ${first}`]),
    ...(firstNonce === secondNonce ? ['the same nonce twice'] : []),
    ...(shown === secondNonce ? [] : ['the page has not been given its nonce']),
    ...ran,
  ]
}

/** Runs in the page. In a task of its own, since what the inspector runs is exempt from the policy. */
const tryToRun = (): Promise<string[]> =>
  new Promise((resolve) => {
    setTimeout(() => {
      const ran: string[] = []
      const run = (name: string): unknown => ran.push(name)
      Object.assign(globalThis, { ran: run })
      try {
        // oxlint-disable-next-line eslint/no-eval -- to see it refused
        globalThis.eval('ran("eval")')
      } catch {
        // As it should be.
      }
      const script = document.createElement('script')
      script.textContent = 'ran("inline script")'
      const style = document.createElement('style')
      style.textContent = ':root { --styled: yes }'
      document.head.append(script, style)
      if (getComputedStyle(document.documentElement).getPropertyValue('--styled')) run('inline style')
      resolve(ran)
    })
  })

const noWindow: Proof = async ({ app, page }) => {
  for (const address of ['https://example.org/', page.url(), 'about:blank', 'data:text/html,x', '']) {
    await page.evaluate((to) => void window.open(to), address)
    await page.evaluate((to) => void window.open(to, 'name', 'popup,width=200,height=200'), address)
  }
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' })
    document.body.append(link)
    link.click()
    link.remove()
  })
  await page.waitForTimeout(2 * SETTLE_MS)
  return app.windows().length === 1 ? [] : [`${app.windows().length} windows`]
}

const noNavigation: Proof = async ({ page }) => {
  const start = page.url()
  const reached: string[] = []
  page.on('framenavigated', (frame) => reached.push(frame.url()))
  for (const address of [
    'https://example.org/',
    'app://other/index.html',
    'data:text/html,x',
    'file:///etc/hostname',
    '/x',
  ]) {
    // In a task of its own: a page that does leave takes the running code with it.
    await page.evaluate((to) => void setTimeout(() => location.assign(to)), address).catch(() => {})
    await page.waitForTimeout(SETTLE_MS)
  }
  return page.url() === start ? reached : [...reached, page.url()]
}

const noPermission: Proof = ({ page }) =>
  page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const states = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    const granted = (await Promise.all(states)).flatMap(({ state }, i) =>
      state === 'granted' ? [String(names[i])] : [],
    )
    const isHeard = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => true,
      () => false,
    )
    return [...granted, ...(isHeard ? ['the microphone listens'] : [])]
  })

/** Asked for by the program itself, where no content policy stands in between. */
const noRequest: Proof = async ({ app }) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await app.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL(address).catch(() => {})
    window.destroy()
  }, `http://127.0.0.1:${port}/outside`)
  server.close()
  return asked
}

const noOtherFile: Proof = async ({ app, page }) => {
  const inside = [
    '/..%2f..%2fpackage.json',
    '/..%2Fmain%2Findex.js',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
  ]
  const read = await page.evaluate(async (paths) => {
    const responses = await Promise.all(paths.map((path) => fetch(path)))
    return paths.filter((_path, i) => responses[i]?.ok)
  }, inside)
  const elsewhere = await app.evaluate(async ({ session }) => {
    const { status } = await session.defaultSession.fetch('app://other/index.html')
    return status === 404 ? [] : [`app://other/ answers ${status}`]
  })
  return [...read, ...elsewhere]
}

const nothingButTheBridge: Proof = ({ page }) =>
  page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>
    const found = ['require', 'process', 'module', 'electron', 'Buffer', 'global'].filter(
      (name) => world[name] !== undefined,
    )
    const bridge = Object.keys((window as unknown as PageWindow).rapporteur)
      .sort()
      .join(' ')
    try {
      Object.assign(window, { rapporteur: undefined })
    } catch {
      // As it should be.
    }
    try {
      ;(window as unknown as PageWindow).rapporteur.on('anything', () => {})
      found.push('an unknown event can be heard')
    } catch {
      // As it should be.
    }
    const strange = Object.getOwnPropertyNames(world).filter((name) => /standin|ipc/i.test(name))
    return [...found, ...strange, ...(bridge === 'drop on send' ? [] : [bridge])]
  })

/** The same preload under another page: it speaks, and is not answered. */
const noForeignSender: Proof = async ({ app }) => {
  const answered = await app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const window = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    })
    await window.loadURL('data:text/html,x')
    const ask = (call: string): Promise<string> =>
      window.webContents.executeJavaScript(`${call}.then(() => 'answered', (error) => error.message)`)
    const answers = [await ask('rapporteur.send("any", {})'), await ask('rapporteur.drop([])')]
    window.destroy()
    return answers
  })
  return answered.filter((answer) => !answer.includes('Foreign sender'))
}

const SAFE = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
}

/** At run time Electron says what it applied; its types do not. */
interface Applied {
  getLastWebPreferences(): Readonly<Record<string, unknown>>
}

const safePreferences: Proof = ({ app }) =>
  app.evaluate(({ BrowserWindow }, safe) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as Applied
    const applied = contents.getLastWebPreferences()
    return Object.entries(safe).flatMap(([name, value]) => (applied[name] === value ? [] : [`${name} is not ${value}`]))
  }, SAFE)

/** One wall each; the order matters to nobody. */
export const PROOFS = {
  contentPolicy,
  noWindow,
  noNavigation,
  noPermission,
  noRequest,
  noOtherFile,
  nothingButTheBridge,
  noForeignSender,
  safePreferences,
} as const satisfies Record<string, Proof>
export type ProofName = keyof typeof PROOFS
