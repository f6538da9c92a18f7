import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomBytes } from '#node/machine.ts'
import { newId } from '#shared/kit/id.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'

const cue = (who: string, text: string) => `WEBVTT\n\n00:00:10.000 --> 00:00:12.000\n<v ${who}>${text}</v>\n`

async function add(desktop: TestDesktop, session: string, name: string, content: string): Promise<string> {
  const path = join(await aFolder(), name)
  await writeFile(path, content)
  const file = desktop.give(path)
  return done(await desktop.client['source.add']({ file, session, starts: null })).source
}

/** Names of all files below a folder: those of sources are called by their digest. */
const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map(({ name }) => name)

describe('A person who is removed', () => {
  it('takes along the sources whose words name her, even taken off before, and leaves the others', async () => {
    const desktop = await aDesktop()
    const { client } = desktop
    done(await client['consultation.create']({ template: '001' }))
    const [session, person] = [newId(randomBytes), newId(randomBytes)]
    const save = async (kind: string, record: string, set: Readonly<Record<string, string | number>>) =>
      done(await client['edit.apply']({ type: 'record.save', kind, record, set }))
    await save('session', session, { label: 'Plénière', level: 1 })
    await save('person', person, { name: 'CANARIS', givenName: 'Amaltée' })
    const hers = await add(desktop, session, 'a.vtt', cue('Amaltée Canaris', 'De l’eau.'))
    const gone = await add(desktop, session, 'b.vtt', cue('', 'Merci à Amaltée CANARIS.'))
    const other = await add(desktop, session, 'c.vtt', cue('Inés Vega', 'Gracias.'))
    done(await client['edit.apply']({ type: 'record.remove', kind: 'transcript', record: gone }))
    expect(new Set(await filesIn(desktop.folder)).size).toBe(3)
    const preview = done(await client['erasure.look']({ person, job: 'look' }))
    expect(preview.sources).toEqual(['a.vtt', 'b.vtt'])
    const erased = done(await client['erasure.erase']({ person, replaced: [], mark: '[retirée]', job: 'erase' }))
    expect(erased.isDestroyed).toBe(true)
    const { records } = done(await client['workspace.read']({}))
    expect(records.filter(({ kind }) => kind === 'transcript').map(({ id }) => id)).toEqual([other])
    expect(await client['source.read']({ source: hers })).toMatchObject({ ok: false })
    expect(new Set(await filesIn(desktop.folder)).size).toBe(1)
    expect(done(await client['source.read']({ source: other })).parts).toHaveLength(1)
  })
})
