import { done } from '../../build/node-side.ts'
import { CONSULTATION } from '../a-consultation.ts'
import { onRealDisk } from '../contribution.ts'
import { aReceiver, hashOn } from './judge-bundle.ts'
import { complaintOfWords } from './judge-words.ts'
import type { BadList } from './lists.ts'

/** Imports a list; null when who comes in, and what is said, is as it should be, and a second time adds nothing. */
export async function judgeList({ id, name, make, expected }: BadList): Promise<string | null> {
  const { disk, side } = await aReceiver()
  const file = side.give(onRealDisk(`${id} ${name}`, make()))
  const before = await hashOn(disk)
  const preview = await side.client['participants.preview']({ file })
  const map = preview.ok ? preview.value.suggestedMap : 'fullName=Nom'
  const choices = { map, session: null, answers: { bulk: 'other' as const, people: [], organisations: [] } }
  const imported = await side.client['participants.import']({ file, ...choices })
  const once = await hashOn(disk)
  await side.client['participants.import']({ file, ...choices })
  const twice = await hashOn(disk)
  const { records } = done(await side.client['consultation.open']({ consultation: CONSULTATION }))
  await side.composed.close()
  const told = JSON.stringify(preview)
  if (expected.outcome === 'reject') {
    if (preview.ok || !('reason' in preview.failure) || imported.ok || once !== before) return `not refused: ${told}`
    const { failure } = preview
    const about: Readonly<Record<string, unknown>> = failure.about
    const isSaid = Object.entries(expected.about ?? {}).every(([key, value]) => about[key] === value)
    if (failure.reason !== expected.type || !isSaid) return `said otherwise: ${told}`
    return complaintOfWords(failure, `${id} ${name}`)
  }
  if (!preview.ok || !imported.ok) return `refused: ${told}`
  if (once !== twice) return `a second time adds something: ${told}`
  const fresh = records.filter(({ kind, f }) => kind === 'person' && f['deleted'] !== true)
  const names = fresh.map(({ f }) => [f['givenName'], f['name']].filter((part) => part !== undefined).join(' '))
  for (const wanted of expected.names) if (!names.includes(wanted)) return `${wanted} is not there: ${names.join()}`
  if (preview.value.counts.new !== expected.names.length) return `others came in too: ${told}`
  const types = new Set(preview.value.errors.map(({ type }) => type))
  return expected.issue === undefined || types.has(expected.issue) ? null : `not told: ${told}`
}
