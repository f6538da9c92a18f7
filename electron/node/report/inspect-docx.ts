import { accessibilityRules } from './inspect-accessibility.ts'
import { packageRules } from './inspect-package.ts'
import { referenceRules } from './inspect-references.ts'
import { MAIN, error, openWordFile, type Finding } from './word-file.ts'

const RULES = [...packageRules, ...referenceRules, ...accessibilityRules]

/** All that is wrong with a Word file, to a reader, to Word itself or to a screen reader; nothing when it is sound. */
export async function inspectDocx(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { file, findings } = await openWordFile(bytes)
  if (!file.trees.has(MAIN)) return [...findings, error('missing-part', `${MAIN} is absent or unreadable`)]
  return [...findings, ...RULES.flatMap((rule) => Array.from(rule(file)))]
}

/** The check every export passes before it is delivered. Throws, as a defect of the writer, when it finds an error. */
export async function checkWord(bytes: Uint8Array): Promise<void> {
  const errors = (await inspectDocx(bytes)).filter(({ level }) => level === 'error')
  if (errors.length === 0) return
  throw new Error(`The Word file is not sound: ${errors.map(({ rule, message }) => `${rule} (${message})`).join('; ')}`)
}
