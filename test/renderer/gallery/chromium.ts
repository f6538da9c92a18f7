import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

const installed = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(existsSync)

/** The Chromium of the machine, without a window. */
export function launchChromium() {
  const executablePath = installed()
  if (!executablePath) throw new Error('No Chromium on this machine: apt-get install chromium')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--force-device-scale-factor=1'] })
}
