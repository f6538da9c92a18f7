// What the tests need of the machine beyond Node: finds it, installs it from the distribution when it may, and otherwise
// names the one command to run.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const CHROMIUMS = [process.env.CHROMIUM_PATH, 'chromium', 'chromium-browser', 'google-chrome']

function onPath(program) {
  const places = isAbsolute(program)
    ? [program]
    : (process.env.PATH ?? '').split(delimiter).map((p) => join(p, program))
  return places.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const FONT_LIST = 'fc-list'
const INSTALLER = 'apt-get'

const hasFont = (family) => Boolean(spawnSync(FONT_LIST, [family], { encoding: 'utf8' }).stdout)

/** The installed Chromium, or undefined. */
export const chromium = () => CHROMIUMS.filter(Boolean).map(onPath).find(Boolean)

const distribution = () => {
  const file = '/etc/os-release'
  return existsSync(file) ? /^ID=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
}

/** Each need: the packages that bring it, and whether it is there already. */
export const NEEDS = {
  chromium: { packages: [distribution() === 'ubuntu' ? 'chromium-browser' : 'chromium'], isThere: chromium },
  display: { packages: ['xvfb', 'xauth'], isThere: () => onPath('Xvfb') && onPath('xauth') },
  writer: { packages: ['libreoffice-writer-nogui'], isThere: () => onPath('soffice') },
  pdf: { packages: ['poppler-utils'], isThere: () => onPath('pdftoppm') },
  carlito: { packages: ['fonts-crosextra-carlito'], isThere: () => hasFont('Carlito') },
  noto: { packages: ['fonts-noto-core'], isThere: () => hasFont('Noto Sans') },
}

/** Sees to it that the needs are met. Returns what is still to be said to a person, or undefined when all is there. */
export function provide(needs) {
  const missing = needs.filter(({ isThere }) => !isThere())
  if (missing.length === 0) return undefined
  const packages = missing.flatMap(({ packages }) => packages)
  const list = packages.join(' ')
  if (!['debian', 'ubuntu'].includes(distribution())) return `Please install, with your package manager: ${list}`
  if (process.getuid?.() !== 0) return `Please install what is missing: sudo apt-get install ${list}`
  console.error(`*** Missing, and you are root on ${distribution()}: installing ${list} (apt-get) ***`)
  const isDone = apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
  const isMet = isDone && missing.every(({ isThere }) => isThere())
  return isMet ? undefined : `apt-get could not install ${list}: see its messages above.`
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(INSTALLER, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
