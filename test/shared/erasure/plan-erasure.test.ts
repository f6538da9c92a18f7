import { describe, expect, it } from 'vitest'
import { planErasure, type ErasurePlan } from '#shared/erasure/plan-erasure.ts'
import { writeRestated } from '#shared/edit/restate.ts'
import { dropOperations } from '#shared/operation/fold.ts'
import { readRecords } from '#shared/operation/read-record.ts'
import { Device } from '../../build/device.ts'
import { aWorkspace, type Workspace } from '../../build/workspace.ts'

const MARK = '[personne retirée]'
const plan = (workspace: Workspace, replaced: readonly string[] | null = null): ErasurePlan =>
  planErasure(workspace.operations, workspace.device.fold, {
    person: workspace.id('person Awa Diop'),
    replaced: replaced === null ? null : new Set(replaced),
    mark: MARK,
  })

/** Does what the plan says; what is then shown, as one text. */
function carriedOut(workspace: Workspace, { drops, restated }: ErasurePlan): string {
  const { device } = workspace
  const { operations } = writeRestated(restated, device.author, { counter: 1_000, reading: '' })
  dropOperations(device.fold, drops)
  device.receive(operations)
  return JSON.stringify([...readRecords(device.fold).values()])
}

const someone = (): Workspace =>
  aWorkspace()
    .session('Plénière', 1)
    .speaker('Awa Diop', { organisation: 'Ville de Dakar', function: 'maire', category: 'élu·e', phone: '77 000' })
    .note('Une digue')

describe('Removing a person', () => {
  it('takes all that is about them, and leaves what they said, the organisation, and what statistics count', () => {
    const workspace = someone()
    const shown = carriedOut(workspace, plan(workspace))
    for (const gone of ['Awa', 'maire', '77 000']) expect(shown).not.toContain(gone)
    for (const left of ['Une digue', 'Ville de Dakar', 'élu·e']) expect(shown).toContain(left)
  })

  it('takes what was joined with them, and the cards and consents that bear their name', () => {
    const workspace = someone().speaker('A. Diop').note('Un barrage').loosen('Une digue', 1)
    workspace.save('contact', 'carte', { name: 'Awa Diop', email: 'awa@dakar.example', function: 'édile' })
    const into = workspace.id('person Awa Diop')
    workspace.run({ type: 'records.join', joins: [{ record: workspace.id('person A. Diop'), into }] })
    const { records } = plan(workspace)
    expect(records).toEqual({ person: 2, speaker: 2, voice: 2, contact: 1, consent: 1 })
    expect(carriedOut(workspace, plan(workspace))).not.toMatch(/Diop|awa@|édile/u)
  })

  it('shows each text that names them, and replaces the name where one wants it, in both versions of an unsettled text', () => {
    const workspace = someone().note('Awa Diop a raison')
    const away = new Device('away')
    away.receive(workspace.operations)
    const edit = (device: Device, text: string) =>
      device.run({
        type: 'notes.edit',
        notes: [workspace.id('Awa Diop a raison')],
        set: { text },
        addThemes: [],
        newThemes: [],
        removeThemes: [],
      })
    edit(workspace.device, 'Awa Diop a bien raison')
    workspace.device.receive(edit(away, 'Mme Awa Diop a tort'))
    const { named, former } = plan(workspace)
    expect([named.length, named[0]?.sure, former]).toEqual([1, true, 1])
    const note = workspace.id('Awa Diop a raison')
    carriedOut(workspace, plan(workspace, [`${note} text`]))
    expect(readRecords(workspace.device.fold).get(note)?.conflicts?.['text']).toEqual([
      `Mme ${MARK} a tort`,
      `${MARK} a bien raison`,
    ])
  })

  it('leaves a text as it is where the person is told to stay, and every text by someone else’s name', () => {
    const workspace = someone().note('Awa Diop a raison').note('M. Diop, son voisin')
    const { named } = plan(workspace)
    expect(named.map(({ sure }) => sure).toSorted()).toEqual([false, true])
    const shown = carriedOut(workspace, plan(workspace, []))
    expect(shown).toContain('Awa Diop a raison')
    expect(carriedOut(someone().note('M. Diop, son voisin'), plan(someone()))).toContain('M. Diop')
  })

  it('does not bring back a note that was put away, though it named them', () => {
    const workspace = someone().note('Awa Diop part')
    workspace.run({ type: 'notes.remove', notes: [workspace.id('Awa Diop part')] })
    expect(carriedOut(workspace, plan(workspace))).not.toContain('part')
    expect(readRecords(workspace.device.fold).has(workspace.id('Awa Diop part'))).toBe(false)
  })
})
