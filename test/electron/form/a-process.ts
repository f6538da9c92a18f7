import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isKind, type AnyRecord } from '#shared/model/record.ts'
import { aDesktop, done } from '../../build/desktop.ts'
import type { Filling } from './fill-form.ts'

/** Blank forms, made once: the same process gives the same form. */
const BLANKS = new Map<string, Promise<Uint8Array>>()

export const SESSION = ['Consultation de la section Afrique', '7 mai 2021', '14:00', 'Rabat', 'Afrique', '3']
export const NOTES = [
  [
    '14:05',
    'Awa N’Diaye',
    'maire',
    'Commune de Ndiarème',
    'A1',
    'recommandation',
    '',
    '',
    'L’eau manque à l’été.',
    'eau ; santé',
  ],
  [
    '14h20',
    'Awa N’Diaye',
    '',
    '',
    'A3',
    'constat',
    'nuance',
    'spécificité régionale',
    'Les nappes baissent : 58 km.',
    '',
  ],
  ['', 'ليلى حداد', '', 'بلدية تازارت', 'A2', 'besoin', '', '', 'المياه شحيحة في الصيف', ''],
]
export const FILLED: Filling = { session: SESSION, notes: NOTES }

/** A process in which forms are written and read back. */
export async function aProcess() {
  const side = await aDesktop()
  done(await side.client['settings.save']({ language: 'fr', role: 'section' }))
  done(await side.client['consultation.create']({ template: '001' }))
  const written = async (as: 'docx' | 'xlsx', lang: 'fr' | 'en' | 'es'): Promise<Uint8Array> => {
    const { name } = done(await side.client['form.write']({ as, lang, job: 'write' })) ?? { name: '' }
    return readFile(side.delivered.get(name) ?? '')
  }
  const blank = (as: 'docx' | 'xlsx', lang: 'fr' | 'en' | 'es' = 'fr'): Promise<Uint8Array> => {
    const made = BLANKS.get(`${lang}.${as}`) ?? written(as, lang)
    BLANKS.set(`${lang}.${as}`, made)
    return made
  }
  const put = async (name: string, bytes: Uint8Array): Promise<string> => {
    const path = join(side.folder, name)
    await writeFile(path, bytes)
    return side.give(path)
  }
  const records = async (): Promise<readonly AnyRecord[]> => done(await side.client['workspace.read']({})).records
  const take = async (name: string, bytes: Uint8Array) =>
    done(await side.client['form.import']({ file: await put(name, bytes) }))
  return { side, blank, put, records, take }
}

/** What notes say, in the order of their hours, with the words of what they name. */
export function saidIn(records: readonly AnyRecord[]) {
  const byId = new Map(records.map((record) => [record.id, record]))
  const name = (id: unknown, field = 'name'): unknown => byId.get(String(id))?.f[field]
  return records
    .flatMap((record) => (isKind(record, 'note') ? [record] : []))
    .toSorted((one, other) => (one.f.at ?? 0) - (other.f.at ?? 0))
    .map(({ f }) => {
      const voice = byId.get(f.voice ?? '')?.f ?? {}
      return {
        text: f.text,
        lang: f.lang,
        axis: name(f.axis, 'order'),
        kind: f.noteKind,
        stance: f.stance,
        scope: f.scope,
        at: f.at === undefined ? null : new Date(f.at).toTimeString().slice(0, 5),
        speaker: name(voice['person']),
        function: voice['function'],
        organisation: name(voice['organisation']),
        region: name(voice['region'], 'code'),
        level: voice['level'],
        themes: Object.keys(f)
          .filter((field) => field.startsWith('theme:'))
          .map((field) => name(field.slice(6), 'label'))
          .toSorted(),
      }
    })
}
