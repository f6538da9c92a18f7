import { describe, expect, it } from 'vitest'
import { countChanges } from '#node/versions/count-changes.ts'
import type { Command } from '#shared/edit/command.ts'
import { newId } from '#shared/kit/id.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, done, type TestDesktop } from '../../build/desktop.ts'
import { aNote } from '../../build/note.ts'

interface Office extends TestDesktop {
  readonly note: (text: string, id?: string) => Promise<string>
  readonly rewrite: (note: string, text: string) => Promise<void>
  readonly send: (kind?: 'complete' | 'projection', to?: string) => Promise<string>
  /** Puts files in and gives the id of the import. */
  readonly receive: (from: Office, ...names: readonly string[]) => Promise<string>
  readonly texts: () => Promise<readonly string[]>
}

const idNow = (): string => newId(randomBytes)

async function anOffice(): Promise<Office> {
  const desktop = await aDesktop()
  const { client } = desktop
  const { records } = done(await client['consultation.create']({ template: '001' }))
  const idOf = (kind: string) => records.find((record) => record.kind === kind && record.f['date'])?.id ?? ''
  const [session, axis] = [idOf('session'), idOf('axis')]
  const write = async (command: Command) => void done(await client['edit.apply'](command))
  return {
    ...desktop,
    note: async (text, note = idNow()) => {
      await write(aNote({ note, text, session, axis }))
      return note
    },
    rewrite: (note, text) =>
      write({ type: 'notes.edit', notes: [note], set: { text }, addThemes: [], newThemes: [], removeThemes: [] }),
    send: async (kind = 'complete', to = '') =>
      done(await client['bundle.send']({ kind, audience: 'section', to }))?.name ?? '',
    receive: async (from, ...names) => {
      const files = names.map((name) => desktop.give(from.delivered.get(name) ?? ''))
      return done(await client['bundle.merge']({ files, job: 'm', settle: [] })).import
    },
    texts: async () =>
      done(await client['workspace.read']({}))
        .records.filter(({ kind }) => kind === 'note')
        .map(({ f }) => String(f['text']))
        .toSorted(),
  }
}

const look = async ({ client }: Office, id: string) => done(await client['import.look']({ import: id, job: 'look' }))

describe('looking at an import before it is withdrawn', () => {
  it('tells what would leave, what stays because own work rests on it, and what went out with it since', async () => {
    const [africa, secretariat] = [await anOffice(), await anOffice()]
    const corrected = await africa.note('À corriger')
    await africa.note('À laisser')
    await secretariat.send('complete', 'parti avant')
    const id = await secretariat.receive(africa, await africa.send())
    await secretariat.rewrite(corrected, 'Corrigé')
    await secretariat.note('D’ici')
    const sent = await secretariat.send('projection', 'Awa Ba')

    const preview = await look(secretariat, id)
    expect(preview).toMatchObject({ withdrawn: false, kinds: { note: { added: 0, changed: 0, away: 1 } }, heldBack: 0 })
    expect(preview.staying['note']).toBe(1)
    expect(preview.sent).toMatchObject([{ name: sent, to: 'Awa Ba', kind: 'projection' }])
    expect(await secretariat.texts()).toEqual(['Corrigé', 'D’ici', 'À laisser'])

    const { change } = done(await secretariat.client['import.withdraw']({ import: id }))
    expect(countChanges(Object.values(change))).toEqual(preview.kinds)
    expect(await secretariat.texts()).toEqual(['Corrigé', 'D’ici'])

    const back = await look(secretariat, id)
    expect(back).toMatchObject({ withdrawn: true, kinds: { note: { added: 1, changed: 0, away: 0 } }, sent: [] })
    const restored = done(await secretariat.client['import.restore']({ import: id }))
    expect(countChanges(Object.values(restored.change))).toEqual(back.kinds)
    expect(await secretariat.texts()).toEqual(['Corrigé', 'D’ici', 'À laisser'])
  })

  it('names no file that left when what would leave was not in it', async () => {
    const [africa, secretariat] = [await anOffice(), await anOffice()]
    await africa.note('Vu d’Afrique')
    const id = await secretariat.receive(africa, await africa.send())
    const kept = await secretariat.send()
    done(await secretariat.client['import.withdraw']({ import: id }))
    await secretariat.send()
    done(await secretariat.client['import.restore']({ import: id }))
    expect((await look(secretariat, id)).sent.map(({ name }) => name)).toEqual([kept])
  })

  it('lets everything stay that a later file brought again', async () => {
    const [africa, secretariat] = [await anOffice(), await anOffice()]
    await africa.note('Un')
    const first = await secretariat.receive(africa, await africa.send())
    await africa.note('Deux')
    await secretariat.receive(africa, await africa.send())
    expect((await look(secretariat, first)).kinds).toEqual({})
    done(await secretariat.client['import.withdraw']({ import: first }))
    expect(await secretariat.texts()).toEqual(['Deux', 'Un'])
  })

  it('lets everything stay that came again, the same file beside a new one', async () => {
    const [africa, mewa, secretariat] = [await anOffice(), await anOffice(), await anOffice()]
    await africa.note('Un')
    await mewa.note('Deux')
    const [one, two] = [await africa.send(), await mewa.send()]
    const first = await secretariat.receive(africa, one)
    const files = [africa.delivered.get(one), mewa.delivered.get(two)].map((path) => secretariat.give(path ?? ''))
    done(await secretariat.client['bundle.merge']({ files, job: 'm', settle: [] }))
    done(await secretariat.client['import.withdraw']({ import: first }))
    expect(await secretariat.texts()).toEqual(['Deux', 'Un'])
  })
})
