// Before the tests: everything they need of this machine is there, or it is said how to get it.
import { NEEDS, provide } from './standin/packages.mjs'

const { chromium, display, ...documents } = NEEDS
// Elsewhere Electron itself runs, and there is always a display.
const needs = process.platform === 'linux' ? [chromium, display, ...Object.values(documents)] : Object.values(documents)
const remedy = provide(needs)
if (remedy) {
  console.error(remedy)
  process.exit(1)
}
