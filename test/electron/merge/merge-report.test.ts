import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomBytes } from '#node/machine.ts'
import { inspectDocx } from '#node/report/inspect-docx.ts'
import { newId } from '#shared/kit/id.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import { aNote } from '../../build/note.ts'
import { partOf } from '../report/word-samples.ts'

const CANARY = 'CANARI-nom-Awa'

/** A section with a speaker and a note, and the file that it sends. */
async function aSectionFile(text: string): Promise<string> {
  const section = await aDesktop()
  const { records } = done(await section.client['consultation.create']({ template: '001' }))
  const session = records.find(({ kind, f }) => kind === 'session' && f['date'] === '2021-05-07')?.id ?? ''
  const axis = records.find(({ kind }) => kind === 'axis')?.id ?? ''
  const [speaker, person] = [newId(randomBytes), newId(randomBytes)]
  done(
    await section.client['edit.apply']({
      type: 'speaker.save',
      speaker,
      session,
      person,
      name: CANARY,
      givenName: '',
      organisation: null,
      newOrganisation: null,
      function: '',
      category: null,
      gender: null,
      region: null,
      speaksFor: 'delegation',
      size: null,
      slot: null,
    }),
  )
  const note = { ...aNote({ note: newId(randomBytes), text, session, axis }), speaker }
  done(await section.client['edit.apply'](note))
  const sent = done(await section.client['bundle.send']({ kind: 'complete', audience: 'section' }))
  return section.delivered.get(sent?.name ?? '') ?? ''
}

async function aMerge() {
  const secretariat = await aDesktop()
  done(await secretariat.client['consultation.create']({ template: '001' }))
  const whole = await aSectionFile('L’eau manque')
  const cut = join(secretariat.folder, 'coupé.rapx')
  await writeFile(cut, (await readFile(whole)).subarray(0, 900))
  const files = [whole, cut].map((path) => secretariat.give(path))
  const merged = done(await secretariat.client['bundle.merge']({ files, job: 'm', settle: [] }))
  return { ...secretariat, merged }
}

describe('the report that is kept with a merge', () => {
  it('says later what the merge said then, of the file that was refused too, and whether it was withdrawn since', async () => {
    const { client, merged, composed, folder } = await aMerge()
    const { files, plan } = merged.preview
    const report = async () => done(await client['import.report']({ import: merged.import, job: 'r' }))
    const first = await report()
    expect(first).toMatchObject({ withdrawn: false, isDetailed: true })
    expect(first.detail).toMatchObject({ counts: plan.counts, newOperations: plan.newOperations, conflicts: [] })
    expect(first.detail.files.map(({ name, state }) => [name, state])).toEqual(
      files.map(({ name, state }) => [name, state]),
    )
    expect(first.detail.files[1]?.refusal).toMatchObject({ type: 'Truncated' })
    done(await client['import.withdraw']({ import: merged.import }))
    expect(await report()).toEqual({ ...first, withdrawn: true })
    await composed.close()
    const again = await aDesktop(folder)
    const { current } = done(await again.client['app.read']({}))
    done(await again.client['consultation.open']({ consultation: current ?? '' }))
    expect(done(await again.client['import.report']({ import: merged.import, job: 'r' }))).toEqual({
      ...first,
      withdrawn: true,
    })
  })

  it('is filed in Word in three languages, sound to the last check, without a name in it', async () => {
    const { client, merged, delivered } = await aMerge()
    for (const [lang, words] of [
      ['fr', 'Fichiers reçus'],
      ['en', 'Files received'],
      ['es', 'Archivos recibidos'],
    ] as const) {
      const order = { import: merged.import, as: 'word' as const, lang, job: 'r' }
      const saved = done(await client['import.saveReport'](order))
      const bytes = await readFile(delivered.get(saved?.name ?? '') ?? '')
      expect(saved?.name).toMatch(/^[a-z-]+-\d{4}-\d{2}-\d{2}\.docx$/)
      expect(await inspectDocx(bytes)).toEqual([])
      const text = await partOf(bytes)
      expect(text).toContain(words)
      expect(text).not.toContain(CANARY)
    }
  })

  it('is filed as JSON, with its counts and without a name', async () => {
    const { client, merged, delivered } = await aMerge()
    const saved = done(await client['import.saveReport']({ import: merged.import, as: 'json', lang: 'fr', job: 'r' }))
    const text = await readFile(delivered.get(saved?.name ?? '') ?? '', 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      report: 'rapporteur-merge',
      version: 1,
      withdrawn: false,
      files: [
        { state: 'whole', notes: 1 },
        { state: 'refused', refusal: { type: 'Truncated' } },
      ],
      counts: { note: { added: 1 } },
    })
    expect(text).not.toContain(CANARY)
    expect(text).not.toContain('L’eau manque')
  })
})
