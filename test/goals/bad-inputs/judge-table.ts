import type { AnyRecord } from '#shared/model/record.ts'
import { done } from '../../build/node-side.ts'
import { CONSULTATION } from '../a-consultation.ts'
import { onRealDisk } from '../contribution.ts'
import type { BadTable } from './bad-input.ts'
import { aReceiver, hashOn } from './judge-bundle.ts'
import { complaintOfWords } from './judge-words.ts'

/** Imports a table; null when what becomes of it, and what is said, is as it should be. */
export async function judgeTable({ id, name, make, expected }: BadTable): Promise<string | null> {
  const { disk, side } = await aReceiver()
  const file = side.give(onRealDisk(name, await make()))
  const before = await hashOn(disk)
  const map = `text=texte,axis:=Eau${id.startsWith('DATE') ? ',date=date' : ''}`
  const choices = { map, voices: 'none' as const, create: [], lang: 'fr' }
  const preview = await side.client['table.preview']({ file, options: choices })
  const imported = await side.client['table.import']({ file, ...choices })
  const isSame = (await hashOn(disk)) === before
  const { records } = done(await side.client['consultation.open']({ consultation: CONSULTATION }))
  await side.composed.close()
  const told = JSON.stringify(preview)
  if (expected.outcome === 'reject') {
    if (preview.ok || !('reason' in preview.failure)) return `not refused: ${told}`
    const { failure } = preview
    if (failure.reason !== expected.type || imported.ok || !isSame) return `refused otherwise: ${told}`
    const about = failure.about as Record<string, unknown>
    for (const [key, value] of Object.entries(expected.about ?? {})) {
      if (about[key] !== value) return `said otherwise: ${told}`
    }
    return complaintOfWords(failure, name)
  }
  if (!preview.ok || !imported.ok) return `refused: ${told}`
  const types = new Set(preview.value.errors.map(({ type }) => type))
  if (expected.outcome === 'row') return types.has(expected.error) && isSame ? null : `the row is not left: ${told}`
  if (expected.outcome === 'warn') return types.has(expected.warning) && !isSame ? null : `not warned: ${told}`
  const isThere = (record: AnyRecord): boolean => record.kind === 'note' && record.f['text'] === expected.text
  return expected.text === undefined || records.some(isThere) ? null : `its text is not there: ${told}`
}
