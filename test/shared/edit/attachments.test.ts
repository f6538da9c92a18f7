import { describe, expect, it } from 'vitest'
import { attachmentsOn } from '#shared/edit/attachments.ts'
import { commandSchema } from '#shared/edit/command.ts'
import { aWorkspace } from '../../build/workspace.ts'

const DIGEST = 'c0ffee'.padEnd(64, '0')
const scene = () => aWorkspace().session('Plénière', 1).note('Plus d’eau').attachment('Tableau', 'Plus d’eau', DIGEST)

describe('Attachments', () => {
  it('hang on a note or a session in the order they were added', () => {
    const workspace = scene().attachment('Second', 'Plus d’eau', DIGEST).attachment('Salle', 'Plénière', DIGEST)
    const { records } = workspace.device
    const labels = (on: string) => attachmentsOn(records, workspace.id(on)).map(({ f }) => f.label)
    expect(labels('Plus d’eau')).toEqual(['Tableau', 'Second'])
    expect(labels('Plénière')).toEqual(['Salle'])
  })

  it('are described, taken off, and both are undone', () => {
    const workspace = scene()
    const attachment = workspace.id('Tableau')
    const label = () => workspace.device.records.get(attachment)?.f['label']
    workspace.run({ type: 'attachment.describe', attachment, label: '  Les trois priorités  ' })
    expect(label()).toBe('Les trois priorités')
    workspace.run({ type: 'attachment.remove', attachment })
    expect(workspace.device.records.has(attachment)).toBe(false)
    workspace.device.undo()
    workspace.device.undo()
    expect(label()).toBe('Tableau')
    workspace.device.undo()
    expect(workspace.device.records.has(attachment)).toBe(false)
  })

  it('are added once however often it is asked, and to nothing that is not there', () => {
    const workspace = scene()
    const again = { type: 'attachment.add' as const, attachment: workspace.id('Tableau'), label: 'Autre' }
    const file = { digest: DIGEST, media: 'image/png', bytes: 9, fileName: 'x.png' }
    expect(workspace.device.run({ ...again, ...file, on: workspace.id('Plénière') })).toEqual([])
    const refused = { ...again, ...file, attachment: workspace.device.newId() }
    expect(workspace.device.attempt({ ...refused, on: workspace.device.newId() })).toMatchObject({
      failure: { type: 'RecordNotFound' },
    })
    expect(workspace.device.attempt({ ...refused, on: workspace.id('Eau') })).toMatchObject({
      failure: { type: 'NotEditable', kind: 'axis' },
    })
  })

  it('name no file by a call of the page', () => {
    const workspace = scene()
    const command = { type: 'attachment.add', attachment: workspace.device.newId(), on: workspace.id('Plénière') }
    expect(
      commandSchema.safeParse({ ...command, label: '', digest: DIGEST, media: '', bytes: 1, fileName: '' }).success,
    ).toBe(false)
    const set = { digest: DIGEST }
    expect(
      workspace.device.attempt({ type: 'record.save', kind: 'attachment', record: workspace.id('Tableau'), set }),
    ).toMatchObject({ failure: { type: 'NotEditable' } })
    expect(
      workspace.device.attempt({ type: 'attachment.describe', attachment: workspace.id('Eau'), label: 'x' }),
    ).toMatchObject({ failure: { type: 'RecordNotFound' } })
  })
})
