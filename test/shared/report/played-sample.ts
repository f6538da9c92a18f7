import type { AnyRecord } from '#shared/model/record.ts'
import { addOperation } from '#shared/operation/fold.ts'
import { emptyFold } from '#shared/operation/fold-state.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { SamplePlayer } from '#shared/process/play-sample.ts'
import { decodeSample } from '#shared/process/sample.ts'
import { decodeTemplate } from '#shared/process/decode-template.ts'
import sampleJson from '../../../resources/samples/forum.json' with { type: 'json' }
import templateJson from '../../../resources/processes/001.json' with { type: 'json' }
import { sha256 } from '../../build/author.ts'

let played: ReadonlyMap<string, AnyRecord> | null = null

/** The records of the sample consultation, as the program folds them once everyone has played their part. */
export function playedSample(): ReadonlyMap<string, AnyRecord> {
  played ??= play()
  return played
}

function play(): ReadonlyMap<string, AnyRecord> {
  const sample = decodeSample(sampleJson)
  const template = decodeTemplate(templateJson)
  if (!sample.ok || !template.ok) throw new Error('The sample or its template cannot be read')
  const player = new SamplePlayer(sample.value, template.value, 'report', sha256)
  player.playProgramme()
  player.playSessions(sample.value.sessions.map(({ key }) => key))
  player.playDecisions()
  const fold = emptyFold()
  for (const operation of [...player.genesis, ...player.written]) addOperation(fold, operation)
  return readRecords(fold)
}
