import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ListOptions, ParticipantsPreview } from '#shared/contract/participant-calls.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { idOf } from '../../build/author.ts'
import { aDesktop, aFolder, done, type TestDesktop } from '../../build/desktop.ts'

/** Two homonyms, a name with an apostrophe, three scripts, one organisation spelled in two ways. */
export const LIST = `NOM Prénom;Organisation;Fonction;Genre;Section;Pays;Courriel;Téléphone
N’DIAYE Awa;Ville de Ndiarème;Maire;F;AFR;Sénégal;awa@ndiareme.example;+221 1
PINEDA Inés;Municipio de Sacaba;Concejala;F;Amérique latine;Bolivie;ines@sacaba.example;
السعيد ليلى;بلدية تازارت;;F;MEWA;;;
ИВАНОВА Ольга;Город Рутень;;F;;;olga@ruten.example;
RUIZ María José;Ville de  NDIARÈME;Secrétaire;M;;;;
RUIZ María José;Municipio de Sacaba;;F;;;;
`
export const NOTHING_SAID: ListOptions['answers'] = { bulk: 'other', people: [], organisations: [] }

type Given = { readonly file: string } | { readonly cells: string }

/** A consultation with a session, into which lists are put as the page does. */
export class Secretariat {
  readonly side: TestDesktop
  readonly session: string
  readonly #folder: string

  private constructor(side: TestDesktop, folder: string) {
    this.side = side
    this.#folder = folder
    this.session = idOf('test', 'Séance des maires')
  }

  static async open(): Promise<Secretariat> {
    const folder = await aFolder()
    const here = new Secretariat(await aDesktop(folder), folder)
    done(await here.side.client['consultation.create']({ template: '001' }))
    await here.aSession('Séance des maires')
    return here
  }

  async aSession(label: string): Promise<string> {
    const record = idOf('test', label)
    const set = { label, level: 3 }
    done(await this.side.client['edit.apply']({ type: 'record.save', kind: 'session', record, set }))
    return record
  }

  async give(text: string, name = 'participants.csv'): Promise<Given> {
    const path = join(this.#folder, name)
    await writeFile(path, text)
    return { file: this.side.give(path) }
  }

  /** Looks first, as the page does, then puts in what was shown; both say the same. */
  async putIn(
    given: Given,
    answers = NOTHING_SAID,
    session: string | null = this.session,
  ): Promise<ParticipantsPreview> {
    const { suggestedMap } = done(await this.side.client['participants.preview'](given))
    const options = { map: suggestedMap, session, answers }
    const preview = done(await this.side.client['participants.preview']({ ...given, options }))
    const imported = done(await this.side.client['participants.import']({ ...given, ...options }))
    expect(imported.counts).toEqual(preview.counts)
    return preview
  }

  async all(kind: string): Promise<readonly AnyRecord[]> {
    return done(await this.side.client['workspace.read']({})).records.filter((record) => record.kind === kind)
  }

  /** Without those that were joined into others. */
  async standing(kind: string): Promise<readonly AnyRecord[]> {
    return (await this.all(kind)).filter(({ f }) => f['into'] === undefined)
  }

  async whole(): Promise<string> {
    return JSON.stringify(done(await this.side.client['workspace.read']({})).records)
  }
}
