import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceFailureReply } from '#shared/contract/source-calls.ts'
import { LANGUAGES } from '#shared/i18n/languages.ts'
import { createTranslator } from '#shared/i18n/translator.ts'
import { done } from '../../build/node-side.ts'
import { SESSION } from '../a-consultation.ts'
import { onRealDisk } from '../contribution.ts'
import { aReceiver, hashOn } from './judge-bundle.ts'
import { complaintOfWords } from './judge-words.ts'
import type { BadSource } from './sources.ts'

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'rapporteur-goal-'))

/** Adds a source to a session; null when what becomes of it, and what is said, is as it should be. */
export async function judgeSource({ name, make, expected }: BadSource): Promise<string | null> {
  const { disk, side } = await aReceiver()
  const file = side.give(make === null ? aFolder() : onRealDisk(name, make()))
  const before = await hashOn(disk)
  const preview = await side.client['source.preview']({ file })
  const added = await side.client['source.add']({ file, session: SESSION, starts: '14:03' })
  const isSame = (await hashOn(disk)) === before
  const told = JSON.stringify(preview).slice(0, 500)
  if (expected.outcome === 'reject') {
    await side.composed.close()
    if (preview.ok || added.ok || !isSame) return `not refused: ${told}`
    const failure = preview.failure as SourceFailureReply
    const type = failure.type === 'SourceUnreadable' ? failure.reason : failure.type
    const about: Readonly<Record<string, unknown>> = failure.type === 'SourceUnreadable' ? failure.about : {}
    const isSaid = Object.entries(expected.about ?? {}).every(([key, value]) => about[key] === value)
    if (type !== expected.type || !isSaid) return `refused otherwise: ${told}`
    return failure.type === 'SourceUnreadable' ? complaintOfSource(failure) : complaintOfWords(failure, name)
  }
  if (!preview.ok || !added.ok || isSame) return `refused: ${told}`
  const { parts, problems } = done(await side.client['source.read']({ source: added.value.source }))
  await side.composed.close()
  if (parts[0]?.text.startsWith(expected.text) !== true) return `its text is not there: ${told}`
  const isTold = problems.some(({ type }) => type === expected.problem)
  return isTold === (expected.problem !== undefined) ? null : `told otherwise: ${told}`
}

/** The words of the page: of the file, whole, in each language, and none of them the same as in another. */
function complaintOfSource({ reason, file, about }: SourceFailureReply & { type: 'SourceUnreadable' }): string | null {
  const context = String(about['found'] ?? about['what'] ?? (about['part'] === undefined ? '' : 'part'))
  const said = LANGUAGES.map((language) => {
    const words = createTranslator(language) as unknown as (key: string, values: object) => string
    return ['safe', 'what', 'do'].map((part) => words(`sources:failure.${reason}.${part}`, { ...about, file, context }))
  })
  const isFit = said.every(
    (parts) => parts[1]?.includes(file) === true && !/\{\{|undefined|failure\./.test(parts.join('\n')),
  )
  return isFit && new Set(said.map(String)).size === LANGUAGES.length ? null : `badly said: ${said.join(' / ')}`
}
