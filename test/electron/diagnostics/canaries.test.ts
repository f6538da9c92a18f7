import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { diskLayer } from '#node/disk/disk-layer.ts'
import { fileLog } from '#node/file-log.ts'
import { clock } from '#node/machine.ts'
import type { RunJob } from '#node/ports.ts'
import { newId } from '#shared/kit/id.ts'
import { seededRandom } from '../../build/author.ts'
import { aFolder, done, jobsOn } from '../../build/desktop.ts'
import { aProcess, nodeSide, type NodeSide } from '../../build/node-side.ts'

const CANARY = /CANARI/iu
const random = seededRandom('canaries')
const id = (): string => newId(random)

/** Everything that goes to the terminal while something is done. */
async function heard(work: () => Promise<void>): Promise<string> {
  let said = ''
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    }),
  )
  try {
    await work()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return said
}

/** A program whose folder, host, files and clock would all betray someone. */
async function aProgram() {
  const folder = join(await aFolder(), 'CANARI-dossier', 'CANARI-utilisateur')
  await mkdir(folder, { recursive: true })
  const faults = { clock: false, report: false }
  const runJob: RunJob = (job, onProgress) =>
    faults.report && job.name === 'report'
      ? {
          result: Promise.resolve({ ok: false, failure: { type: 'JobFailed', reason: 'CANARI-raison' } }),
          cancel: () => {},
        }
      : jobsOn(diskLayer)(job, onProgress)
  const ports = {
    self: aProcess('CANARI-hote'),
    log: fileLog(folder, clock),
    runJob,
    clock: () => {
      if (faults.clock) throw new SyntaxError('Unexpected token C, "CANARI-texte" is not valid JSON')
      return clock()
    },
  }
  return { folder, faults, start: () => nodeSide(folder, diskLayer, ports) }
}

/** Names, texts and files that must be told to nobody, in all that a person may do in a day. */
async function spendADay({ client, give }: NodeSide, folder: string): Promise<string> {
  const { consultation, records } = done(await client['consultation.create']({ template: 'blank' }))
  const [session, speaker, note] = [id(), id(), id()]
  const axis = records.find(({ kind }) => kind === 'axis')?.id ?? id()
  const region = records.find(({ kind }) => kind === 'region')?.id
  const label = { label: 'CANARI-séance', ...(region === undefined ? {} : { region }) }
  await client['edit.apply']({ type: 'record.save', kind: 'axis', record: axis, set: { label: 'CANARI-axe' } })
  await client['edit.apply']({ type: 'record.save', kind: 'session', record: session, set: { ...label, level: 1 } })
  const person = { person: id(), name: 'CANARI-nom', givenName: 'CANARI-prénom', function: 'CANARI-fonction' }
  const organisation = { organisation: null, newOrganisation: { id: id(), name: 'CANARI-organisation' } }
  const rest = { category: null, gender: null, region: null, speaksFor: 'delegation' as const, size: null, slot: null }
  done(await client['edit.apply']({ type: 'speaker.save', speaker, session, ...person, ...organisation, ...rest }))
  const words = { text: 'CANARI-texte de la note', lang: 'fr', noteKind: 'observation', stance: null }
  const where = { session, axis, speaker, scope: 'undecided' as const, themes: [], newThemes: [], at: clock() }
  done(await client['edit.apply']({ type: 'note.capture', note, ...words, ...where }))
  done(await client['draft.keep']({ key: 'note', text: 'CANARI-brouillon' }))
  await writeFile(join(folder, 'CANARI-fichier.rapx'), 'CANARI-contenu')
  await client['bundle.preview']({ files: [give(join(folder, 'CANARI-fichier.rapx'))], job: 'a' })
  await client['bundle.preview']({ files: [give(join(folder, 'CANARI-absent.rapx'))], job: 'b' })
  await writeFile(join(folder, 'CANARI-tableau.csv'), 'CANARI-colonne\nCANARI-cellule\n')
  await client['table.preview']({ file: give(join(folder, 'CANARI-tableau.csv')) })
  await client['edit.apply']({ type: 'CANARI-commande' } as never)
  await client['report.write']({ type: 'global', lang: 'fr', job: 'CANARI-travail' })
  return consultation
}

const readAll = async (folder: string): Promise<string> =>
  (await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))).join('\n')

async function damage(folder: string): Promise<void> {
  const [name = ''] = (await readdir(folder)).filter((one) => one.startsWith('journal-')).toSorted()
  const bytes = await readFile(join(folder, name))
  bytes[bytes.length - 300] = (bytes[bytes.length - 300] ?? 0) ^ 64
  await writeFile(join(folder, name), bytes)
}

describe('what is told about a day of work', () => {
  it('names nobody, quotes nothing and gives no path: in the log, on the terminal, in the diagnostic', async () => {
    const { folder, faults, start } = await aProgram()
    let diagnostic = ''
    let saved = ''
    const said = await heard(async () => {
      const first = await start()
      const consultation = await spendADay(first, folder)
      faults.clock = true
      await first.client['evidence.read']({ job: 'c' })
      faults.clock = false
      faults.report = true
      await first.client['report.write']({ type: 'global', lang: 'fr', job: 'd' })
      await first.composed.close()
      await damage(join(folder, 'consultations', consultation))
      const again = await start()
      done(await again.client['consultation.open']({ consultation }))
      done(await again.client['store.verify']({ job: 'e' }))
      const order = { job: 'f', scale: 150, languages: ['fr-FR', 'en'] }
      diagnostic = done(await again.client['diagnostic.preview'](order)).text
      done(await again.client['diagnostic.save']({}))
      saved = await readFile(again.delivered.get('diagnostic-rapporteur.txt') ?? '', 'utf8')
      await again.composed.close()
    })
    const log = await readAll(join(folder, 'logs'))
    for (const event of ['call.defect', 'job.failed', 'store.opened', 'verify.done']) expect(log).toContain(event)
    expect(log).toContain('"code":"SyntaxError"')
    expect(saved).toBe(diagnostic)
    expect(diagnostic).toContain('150 %')
    for (const text of [said, log, diagnostic]) {
      expect(text).not.toMatch(CANARY)
      for (const own of [hostname(), homedir(), `/${userInfo().username}/`]) expect(text).not.toContain(own)
    }
  })

  it('is the same words as were shown, with one number per consultation that is none of its own', async () => {
    const { folder, start } = await aProgram()
    const side = await start()
    const consultation = await spendADay(side, folder)
    const order = { job: 'a', scale: 100, languages: ['fr'] }
    const [one, two] = [
      done(await side.client['diagnostic.preview'](order)).text,
      done(await side.client['diagnostic.preview'](order)).text,
    ]
    expect(one).not.toContain(consultation)
    const numberIn = (text: string): string | undefined => /processus (\d{3})/u.exec(text)?.[1]
    expect(numberIn(one)).toBeDefined()
    expect([one.includes('notes: 1'), two.includes('notes: 1')]).toEqual([true, true])
    await side.composed.close()
  })

  it('takes no words for a language', async () => {
    const side = await (await aProgram()).start()
    const order = { job: 'a', scale: 100, languages: ['CANARI de la salle'] }
    expect(await side.client['diagnostic.preview'](order)).toMatchObject({ failure: { type: 'InvalidInput' } })
    await side.composed.close()
  })
})
