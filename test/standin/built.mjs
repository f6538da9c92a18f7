// Whether the built program is newer than everything it is made from.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package.json']
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The newest change in a file or folder; a folder also changes when something in it goes away. */
function newestIn(path) {
  if (!statSync(path).isDirectory()) return timeOf(path)
  return Math.max(timeOf(path), ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

export function isBuilt(root) {
  const newestSource = Math.max(...SOURCES.map((source) => newestIn(join(root, source))))
  return RESULTS.every((result) => timeOf(join(root, result)) > newestSource)
}
