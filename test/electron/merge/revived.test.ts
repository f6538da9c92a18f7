import { describe, expect, it } from 'vitest'
import { randomBytes } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import { aNote } from '../../build/note.ts'

describe('a file that brings what was withdrawn', () => {
  it('says so before, and puts it back once it is put in', async () => {
    const [section, secretariat] = [await aDesktop(), await aDesktop()]
    const { records } = done(await section.client['consultation.create']({ template: '001' }))
    done(await secretariat.client['consultation.create']({ template: '001' }))
    const session = records.find(({ kind }) => kind === 'session')?.id ?? ''
    const axis = records.find(({ kind }) => kind === 'axis')?.id ?? ''
    const send = async (text: string): Promise<string> => {
      done(await section.client['edit.apply'](aNote({ note: newId(randomBytes), text, session, axis })))
      const sent = done(await section.client['bundle.send']({ kind: 'complete', audience: 'section' }))
      return secretariat.give(section.delivered.get(sent?.name ?? '') ?? '')
    }
    const preview = async (file: string) =>
      done(await secretariat.client['bundle.preview']({ files: [file], job: 'p' })).files[0]
    const notes = async () =>
      done(await secretariat.client['workspace.read']({})).records.filter(({ kind }) => kind === 'note').length
    const first = await send('Un')
    expect(await preview(first)).not.toHaveProperty('revived')
    const { import: id } = done(await secretariat.client['bundle.merge']({ files: [first], job: 'm', settle: [] }))
    done(await secretariat.client['import.withdraw']({ import: id }))
    const second = await send('Deux')
    const { preview: before } = { preview: await preview(second) }
    expect(before).toMatchObject({ state: 'whole' })
    expect(before?.revived).toBeGreaterThan(0)
    expect(await notes()).toBe(0)
    done(await secretariat.client['bundle.merge']({ files: [second], job: 'm', settle: [] }))
    expect(await notes()).toBe(2)
    expect(await preview(second)).not.toHaveProperty('revived')
  })

  it('is kept with a state to come back to before it', async () => {
    const [section, secretariat] = [await aDesktop(), await aDesktop()]
    done(await section.client['consultation.create']({ template: '001' }))
    done(await secretariat.client['consultation.create']({ template: '001' }))
    const { records } = done(await section.client['workspace.read']({}))
    const session = records.find(({ kind }) => kind === 'session')?.id ?? ''
    const axis = records.find(({ kind }) => kind === 'axis')?.id ?? ''
    done(await section.client['edit.apply'](aNote({ note: newId(randomBytes), text: 'Un', session, axis })))
    const sent = done(await section.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const files = [secretariat.give(section.delivered.get(sent?.name ?? '') ?? '')]
    done(await secretariat.client['bundle.merge']({ files, job: 'm', settle: [] }))
    const [point] = done(await secretariat.client['versions.list']({ job: 'v' }))
    expect(point).toMatchObject({ reason: 'merge', notes: 0, size: 1 })
  })
})
