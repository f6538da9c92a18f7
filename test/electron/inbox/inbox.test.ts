import { appendFile, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { isElsewhere } from '#node/inbox/inbox.ts'
import { aFolder, done, type TestDesktop } from '../../build/desktop.ts'
import { nodeSide } from '../../build/node-side.ts'

/** A secretariat whose dialog always answers this folder. */
async function aSecretariat(inbox: string, dataFolder?: string): Promise<TestDesktop> {
  const names = new Map([['inbox', inbox]])
  const tokens = new Map<string, string>()
  const desktop = await nodeSide(dataFolder ?? (await aFolder()), diskLayer, {
    files: {
      choose: async (purpose) => (purpose === 'folder' ? [{ token: 'inbox', name: basename(inbox) }] : []),
      take: () => [],
      path: (token) => names.get(token) ?? tokens.get(token),
      name: (token) => token,
      give: (files) => files.map(({ path, name }) => (tokens.set(name, path), { token: name, name })),
    },
  })
  done(await desktop.client['consultation.create']({ template: '001' }))
  return desktop
}

/** A file as a section sends it. */
async function aContribution(theme: string): Promise<string> {
  const section = await nodeSide(await aFolder())
  const { records } = done(await section.client['consultation.create']({ template: '001' }))
  const record = records.find(({ kind }) => kind === 'axis')?.id ?? ''
  done(await section.client['edit.apply']({ type: 'record.save', kind: 'axis', record, set: { label: theme } }))
  const sent = done(await section.client['bundle.send']({ kind: 'complete', audience: 'section' }))
  return section.delivered.get(sent?.name ?? '') ?? ''
}

const look = async ({ client }: TestDesktop) => done(await client['inbox.look']({}))
const seen = async (desktop: TestDesktop) => {
  const inbox = await look(desktop)
  return { names: inbox?.files.map(({ name }) => name), arriving: inbox?.arriving }
}

describe('a watched folder', () => {
  it('is nothing before one is chosen, and is remembered on this computer for this consultation alone', async () => {
    const [inbox, data] = [await aFolder(), await aFolder()]
    const desktop = await aSecretariat(inbox, data)
    expect(await look(desktop)).toBeNull()
    expect(done(await desktop.client['inbox.choose']({}))).toMatchObject({ name: basename(inbox), isThere: true })
    await desktop.composed.close()
    const again = await aSecretariat(inbox, data)
    expect(await look(again)).toMatchObject({ name: basename(inbox) })
    done(await again.client['consultation.create']({ template: '002' }))
    expect(await look(again)).toBeNull()
    done(await again.client['consultation.create']({ template: '001' }))
    done(await again.client['inbox.forget']({}))
    expect(await look(again)).toBeNull()
  })

  it('announces a file once it is the same twice, never while it grows', async () => {
    const inbox = await aFolder()
    const desktop = await aSecretariat(inbox)
    done(await desktop.client['inbox.choose']({}))
    const file = join(inbox, 'Afrique.rapx')
    await writeFile(file, 'PK one')
    expect(await seen(desktop)).toEqual({ names: [], arriving: 1 })
    await appendFile(file, ', and more')
    expect(await seen(desktop)).toEqual({ names: [], arriving: 1 })
    expect(await seen(desktop)).toEqual({ names: ['Afrique.rapx'], arriving: 0 })
    await appendFile(file, ', and a correction')
    expect(await seen(desktop)).toEqual({ names: [], arriving: 1 })
    await writeFile(join(inbox, 'vide.rapx'), '')
    expect(await seen(desktop)).toEqual({ names: ['Afrique.rapx'], arriving: 1 })
  })

  it('does not announce what was put in, under whatever name it comes again, and announces what was corrected since', async () => {
    const inbox = await aFolder()
    const desktop = await aSecretariat(inbox)
    done(await desktop.client['inbox.choose']({}))
    await mkdir(join(inbox, 'AFR'))
    await copyFile(await aContribution('Eau'), join(inbox, 'AFR/v1.rapx'))
    await look(desktop)
    const { names = [] } = await seen(desktop)
    expect(names).toEqual(['AFR/v1.rapx'])
    done(await desktop.client['bundle.merge']({ files: names, job: 'm', settle: [] }))
    expect(await seen(desktop)).toEqual({ names: [], arriving: 0 })
    await rename(join(inbox, 'AFR/v1.rapx'), join(inbox, 'AFR (copie).rapx'))
    await copyFile(await aContribution('Sol'), join(inbox, 'AFR/v2.rapx'))
    await look(desktop)
    expect(await seen(desktop)).toEqual({ names: ['AFR/v2.rapx'], arriving: 0 })
  })

  it('never changes the consultation by itself', async () => {
    const inbox = await aFolder()
    const desktop = await aSecretariat(inbox)
    done(await desktop.client['inbox.choose']({}))
    const before = done(await desktop.client['workspace.read']({})).records
    await copyFile(await aContribution('Eau'), join(inbox, 'v1.rapx'))
    for (let n = 0; n < 4; n += 1) await look(desktop)
    expect(done(await desktop.client['workspace.read']({})).records).toEqual(before)
  })

  it('that has gone is told, and is looked at again when it is back', async () => {
    const inbox = await aFolder()
    const desktop = await aSecretariat(inbox)
    done(await desktop.client['inbox.choose']({}))
    await rm(inbox, { recursive: true })
    expect(await look(desktop)).toEqual({ name: basename(inbox), isThere: false, files: [], arriving: 0 })
    await mkdir(inbox)
    await writeFile(join(inbox, 'a.rapx'), 'PK')
    await look(desktop)
    expect(await seen(desktop)).toEqual({ names: ['a.rapx'], arriving: 0 })
  })

  it('leaves alone what a synchroniser has not brought here, where there are such files', () => {
    expect((['win32', 'darwin', 'linux'] as const).map((system) => isElsewhere({ blocks: 0 }, system))).toEqual([
      true,
      true,
      false,
    ])
    expect(isElsewhere({ blocks: 8 }, 'win32')).toBe(false)
  })
})

describe('what is dropped', () => {
  it('is the files themselves, those of folders in their place, and words on what folders did not give', async () => {
    const [folder, empty] = [await aFolder(), await aFolder()]
    await writeFile(join(folder, 'a.rapx'), 'PK')
    await mkdir(join(folder, 'sud'))
    await writeFile(join(folder, 'sud/b.rapx'), 'PK')
    const desktop = await nodeSide(await aFolder())
    const given = [join(folder, 'a.rapx'), folder, empty, join(folder, 'gone.rapx')].map((path) => desktop.give(path))
    const { files, told } = done(await desktop.client['files.unfold']({ files: given }))
    expect(files.map(({ name }) => name)).toEqual(['a.rapx', 'a.rapx', 'sud/b.rapx', 'gone.rapx'])
    // The same file by two ways is one.
    expect(files[0]?.token).toBe(files[1]?.token)
    expect(told).toEqual([{ type: 'Empty', name: basename(empty) }])
  })
})
