import forum from '../../../../resources/samples/forum.json'
import { SamplePlayer } from '../../../../shared/process/play-sample.ts'
import { decodeSample } from '../../../../shared/process/sample.ts'
import type { Template } from '../../../../shared/process/template.ts'
import { type Memory, openMemory, pageDigest } from './memory-node.ts'

/** The sample whole: 290 notes of six sections in seven languages, with what was decided and written of them. */
export function openForum(template: Template, clock: () => number): Memory {
  const sample = decodeSample(forum)
  if (!sample.ok) throw new Error(sample.failure.issues.join('; '))
  const player = new SamplePlayer(sample.value, template, 'secretariat', pageDigest)
  player.playProgramme()
  player.playSessions(sample.value.sessions.map(({ key }) => key))
  player.playDecisions()
  const memory = openMemory(template, clock, sample.value.edition)
  memory.receive(player.written)
  return memory
}
