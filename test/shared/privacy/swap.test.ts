import * as fc from 'fast-check'
import { describe, expect } from 'vitest'
import { projectOperations } from '#shared/privacy/project.ts'
import { bundleOf } from '../../build/bundle.ts'
import { law } from '../../build/law.ts'
import { aWorkspace } from '../../build/workspace.ts'

const scenes = fc.record({
  level: fc.constantFrom(4, 5),
  /** Who takes the floor, turn by turn: one of two protected speakers. */
  turns: fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
  inPublic: fc.array(fc.boolean(), { maxLength: 4 }),
  tightened: fc.boolean(),
  sameOrganisation: fc.boolean(),
})
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never

/** The public file of a consultation where two people spoke in public, then under a stricter rule. */
function publicFile({ level, turns, inPublic, tightened, sameOrganisation }: Scene, isSwapped: boolean) {
  const workspace = aWorkspace('the same randomness')
  const details = { category: 'société civile', gender: 'f' }
  for (const [session, rule] of [
    ['Publique', 1],
    ['Protégée', tightened ? 1 : level],
  ] as const) {
    workspace.session(session, rule)
    const other = sameOrganisation ? 'Ville de Dakar' : 'Ville de Quito'
    workspace.speaker(`Awa ${session}`, { ...details, organisation: 'Ville de Dakar', function: 'maire' })
    workspace.speaker(`Inés ${session}`, { ...details, organisation: other, function: 'alcaldesa' })
  }
  const say = (session: string, isFirst: boolean, text: string) =>
    workspace.note(text, { session, speaker: `${isFirst ? 'Awa' : 'Inés'} ${session}` })
  // Before they are protected, what they say in public may well tell them apart.
  for (const [turn, isFirst] of tightened ? [] : inPublic.entries()) say('Publique', isFirst, `publique ${turn}`)
  for (const [turn, isFirst] of turns.entries()) say('Protégée', isFirst !== isSwapped, `protégée ${turn}`)
  if (tightened) workspace.tighten('Protégée', level)
  return bundleOf(projectOperations(workspace.operations, workspace.device.fold), 'projection')
}

describe('Two protected speakers', () => {
  law('may change places without a byte changing in what is public', scenes, (scene) => {
    expect(publicFile(scene, true)).toEqual(publicFile(scene, false))
  })
})
