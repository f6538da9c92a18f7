// Loaded before dependency-cruiser, whose swc parser never turns JSX on: files ending in .tsx are parsed as what they are.
const swc = require('@swc/core')

const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })
