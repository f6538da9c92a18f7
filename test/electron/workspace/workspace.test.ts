import { describe, expect, it } from 'vitest'
import type { OutputOf } from '#shared/contract/method.ts'
import type { PageContract } from '#shared/contract/contract.ts'
import type { Command, CommandOf } from '#shared/edit/command.ts'
import { newId as fromBytes } from '#shared/kit/id.ts'
import { applyChange } from '#shared/model/change.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { randomBytes } from '#node/machine.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'
import { aNote } from '../../build/note.ts'

type Workspace = OutputOf<PageContract['consultation.create']>

const newId = (): string => fromBytes(randomBytes)
const byId = ({ records }: Workspace): Map<string, AnyRecord> => new Map(records.map((record) => [record.id, record]))
const find = ({ records }: Workspace, kind: string, field: string, value: unknown): AnyRecord => {
  const found = records.find((record) => record.kind === kind && record.f[field] === value)
  if (found === undefined) throw new Error(`no ${kind} whose ${field} is ${String(value)}`)
  return found
}

/** Someone with a role in the example process, and their session. */
async function anInstallation(
  folder?: string,
): Promise<TestDesktop & { workspace: Workspace; session: string; axis: string }> {
  const desktop = await aDesktop(folder)
  const workspace = done(await desktop.client['consultation.create']({ template: '001' }))
  const session = find(workspace, 'session', 'date', '2021-05-07').id
  const axis = find(workspace, 'axis', 'date', '2021-05-07').id
  return { ...desktop, workspace, session, axis }
}

const capture = (session: string, axis: string, text: string, note = newId()): CommandOf<'note.capture'> =>
  aNote({ note, text, session, axis })

const notesOf = ({ records }: Workspace): string[] =>
  records
    .filter(({ kind }) => kind === 'note')
    .map(({ f }) => String(f['text']))
    .toSorted()

describe('an open consultation', () => {
  it('keeps every note that was said to be saved, after the program has gone', async () => {
    const folder = await aFolder()
    const { client, session, axis } = await anInstallation(folder)
    for (const text of ['Les nappes ne suffisent plus.', 'لم تعد المياه تكفي', 'Вода']) {
      done(await client['edit.apply'](capture(session, axis, text)))
    }
    const again = await aDesktop(folder)
    const { current } = done(await again.client['app.read']({}))
    const reopened = done(await again.client['consultation.open']({ consultation: current ?? '' }))
    expect(notesOf(reopened)).toEqual(['Les nappes ne suffisent plus.', 'Вода', 'لم تعد المياه تكفي'])
  })

  it('tells the page exactly what changed', async () => {
    const { client, workspace, session, axis } = await anInstallation()
    let page = byId(workspace)
    const note = newId()
    for (const command of [
      capture(session, axis, 'Premier texte', note),
      {
        type: 'notes.edit',
        notes: [note],
        set: { text: 'Second texte', scope: 'trend' },
        addThemes: [],
        newThemes: [{ id: newId(), label: 'eau' }],
        removeThemes: [],
      },
      { type: 'level.tighten', records: [note], level: 5 },
    ] satisfies Command[]) {
      page = new Map(applyChange(page, done(await client['edit.apply'](command)).change))
    }
    const { records } = done(await client['workspace.read']({}))
    expect(page).toEqual(new Map(records.map((record) => [record.id, record])))
  })

  it('takes back and does again, step by step', async () => {
    const { client, session, axis } = await anInstallation()
    const note = newId()
    done(await client['edit.apply'](capture(session, axis, 'Un', note)))
    const edited = done(
      await client['edit.apply']({
        type: 'notes.edit',
        notes: [note],
        set: { text: 'Deux' },
        addThemes: [],
        newThemes: [],
        removeThemes: [],
      }),
    )
    expect(edited.history).toEqual({ undo: 'notes.edit', redo: null })
    const textNow = async (): Promise<string[]> => notesOf(done(await client['workspace.read']({})))
    done(await client['edit.undo']({}))
    expect(await textNow()).toEqual(['Un'])
    done(await client['edit.undo']({}))
    expect(await textNow()).toEqual([])
    done(await client['edit.redo']({}))
    done(await client['edit.redo']({}))
    expect(await textNow()).toEqual(['Deux'])
  })

  it('puts the file of another rapporteur in, takes it out, and puts it in again', async () => {
    const [africa, secretariat] = [await anInstallation(), await anInstallation()]
    done(await africa.client['edit.apply'](capture(africa.session, africa.axis, 'Vu d’Afrique')))
    done(await secretariat.client['edit.apply'](capture(secretariat.session, secretariat.axis, 'Vu de Barcelone')))
    const sent = done(await africa.client['bundle.send']({ kind: 'projection', audience: 'secretariat' }))
    const file = secretariat.give(africa.delivered.get(sent?.name ?? '') ?? '')
    const preview = done(await secretariat.client['bundle.preview']({ files: [file], job: 'p' }))
    expect(preview.plan.counts['note']).toMatchObject({ added: 1, updated: 0, conflicting: 0 })
    expect(notesOf(done(await secretariat.client['workspace.read']({})))).toEqual(['Vu de Barcelone'])
    const merged = done(await secretariat.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    expect(merged.preview.plan).toEqual(preview.plan)
    const now = async (): Promise<string[]> => notesOf(done(await secretariat.client['workspace.read']({})))
    expect(await now()).toEqual(['Vu de Barcelone', 'Vu d’Afrique'])
    done(await secretariat.client['import.withdraw']({ import: merged.import }))
    expect(await now()).toEqual(['Vu de Barcelone'])
    done(await secretariat.client['import.restore']({ import: merged.import }))
    expect(await now()).toEqual(['Vu de Barcelone', 'Vu d’Afrique'])
    const twice = done(await secretariat.client['bundle.preview']({ files: [file], job: 'p2' }))
    expect(twice.files[0]?.state).toBe('already-here')
    expect(twice.plan.newOperations).toBe(0)
  })

  it('asks for a file of a series that never came, not for one that comes with it', async () => {
    const [africa, secretariat] = [await anInstallation(), await anInstallation()]
    const send = async (text: string): Promise<string> => {
      done(await africa.client['edit.apply'](capture(africa.session, africa.axis, text)))
      const sent = done(await africa.client['bundle.send']({ kind: 'projection', audience: 'secretariat' }))
      return secretariat.give(africa.delivered.get(sent?.name ?? '') ?? '')
    }
    const [first, , third] = [await send('Un'), await send('Deux'), await send('Trois')]
    const { files } = done(await secretariat.client['bundle.preview']({ files: [third, first], job: 'p' }))
    expect(files.map(({ seq, missing }) => [seq, missing])).toEqual([
      [3, [2]],
      [1, []],
    ])
  })

  it('keeps an import that own writings rest on, when it is taken out', async () => {
    const [africa, secretariat] = [await anInstallation(), await anInstallation()]
    const [corrected, other] = [newId(), newId()]
    done(await africa.client['edit.apply'](capture(africa.session, africa.axis, 'À corriger', corrected)))
    done(await africa.client['edit.apply'](capture(africa.session, africa.axis, 'À laisser', other)))
    const sent = done(await africa.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const file = secretariat.give(africa.delivered.get(sent?.name ?? '') ?? '')
    const { import: id } = done(await secretariat.client['bundle.merge']({ files: [file], job: 'm', settle: [] }))
    done(
      await secretariat.client['edit.apply']({
        type: 'notes.edit',
        notes: [corrected],
        set: { text: 'Corrigé' },
        addThemes: [],
        newThemes: [],
        removeThemes: [],
      }),
    )
    done(await secretariat.client['import.withdraw']({ import: id }))
    expect(notesOf(done(await secretariat.client['workspace.read']({})))).toEqual(['Corrigé'])
  })

  it('shows both sides of a disagreement and keeps the one that is chosen', async () => {
    const [first, second] = [await anInstallation(), await anInstallation()]
    const note = newId()
    done(await first.client['edit.apply'](capture(first.session, first.axis, 'Texte commun', note)))
    const sent = done(await first.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    done(
      await second.client['bundle.merge']({
        files: [second.give(first.delivered.get(sent?.name ?? '') ?? '')],
        job: 'm',
        settle: [],
      }),
    )
    const edit = (text: string): Command => ({
      type: 'notes.edit',
      notes: [note],
      set: { text },
      addThemes: [],
      newThemes: [],
      removeThemes: [],
    })
    done(await first.client['edit.apply'](edit('Version d’ici')))
    done(await second.client['edit.apply'](edit('Version de là-bas')))
    const back = done(await second.client['bundle.send']({ kind: 'complete', audience: 'section' }))
    const file = first.give(second.delivered.get(back?.name ?? '') ?? '')
    const { plan } = done(await first.client['bundle.preview']({ files: [file], job: 'p' }))
    expect(plan.conflicts).toMatchObject([
      { record: note, field: 'text', ours: 'Version d’ici', values: ['Version de là-bas', 'Version d’ici'] },
    ])
    done(
      await first.client['bundle.merge']({
        files: [file],
        job: 'm',
        settle: [{ record: note, field: 'text', value: 'Version de là-bas' }],
      }),
    )
    expect(notesOf(done(await first.client['workspace.read']({})))).toEqual(['Version de là-bas'])
  })

  it('opens the sample in a store of its own, and never mixes it with real data', async () => {
    const real = await anInstallation()
    const { sample, records } = done(await real.client['consultation.sample']({}))
    expect(sample).toBe(true)
    expect(records.filter(({ kind }) => kind === 'note').length).toBeGreaterThanOrEqual(240)
    const sent = done(await real.client['bundle.send']({ kind: 'projection', audience: 'public' }))
    done(await real.client['consultation.open']({ consultation: real.workspace.consultation }))
    const file = real.give(real.delivered.get(sent?.name ?? '') ?? '')
    const { files } = done(await real.client['bundle.preview']({ files: [file], job: 'p' }))
    expect(files[0]).toMatchObject({ state: 'refused', failure: { type: 'SampleAndReal' } })
  })
})
