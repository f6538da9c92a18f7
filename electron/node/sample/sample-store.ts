import type { Digest } from '#shared/kit/ports.ts'
import { consultationIdOf } from '#shared/process/template-records.ts'
import { decodeSample, type Sample } from '#shared/process/sample.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import type { Template } from '#shared/process/template.ts'
import forum from '../../../resources/samples/forum.json'
import type { Entry } from '../store/entry.ts'
import { templateNamed } from '../templates/templates.ts'
import { beginning } from '../workspace/desk.ts'

/** The sample that ships, and the process it is played on; a fault in either is a defect of ours. */
export function shippedSample(): { readonly sample: Sample; readonly template: Template } {
  const sample = decodeSample(forum)
  if (!sample.ok) throw new Error(`Sample: ${sample.failure.issues.join('; ')}`)
  const template = templateNamed(sample.value.template)
  if (template === undefined) throw new Error(`Sample: no template ${sample.value.template}`)
  return { sample: sample.value, template }
}

/** Identity of the sample's consultation: no real one can have it, since its edition is a word. */
export function sampleConsultation(digest: Digest): string {
  const { sample, template } = shippedSample()
  return consultationIdOf(template, sample.edition, digest)
}

/** The sample whole, as the secretariat would hold it once all sections have sent theirs. */
export function sampleEntries(digest: Digest): readonly Entry[] {
  const { sample, template } = shippedSample()
  const player = new SamplePlayer(sample, template, 'secretariat', digest)
  player.playProgramme()
  player.playSessions(sample.sessions.map(({ key }) => key))
  player.playDecisions()
  return [beginning([...player.genesis, ...player.written])]
}
