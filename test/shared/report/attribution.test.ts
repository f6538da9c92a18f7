import { describe, expect, it } from 'vitest'
import { evidenceInput } from '#shared/evidence/evidence-of.ts'
import { readEvidence } from '#shared/evidence/read-evidence.ts'
import { LANGUAGES, type Language } from '#shared/i18n/languages.ts'
import type { AnyRecord } from '#shared/model/record.ts'
import { projectRecords } from '#shared/privacy/project.ts'
import { attributionOf, nameAndOrganisation, speakerAtStart } from '#shared/report/attribution.ts'
import { reportContext } from '#shared/report/report-context.ts'
import { reportOf } from './report-of.ts'
import { aNote, SMALL, someone } from './small.ts'

type Fields = AnyRecord['f']

/** How a note is attributed in a document of the process. */
function attributed(said: { readonly note?: Fields; readonly voice?: Fields }, lang: Language = 'fr') {
  const others = SMALL.filter(({ kind }) => !['voice', 'person', 'organisation'].includes(kind))
  const all = [...others, ...someone('voix', said.voice ?? {}), aNote('note', said.note ?? {})]
  const visible = projectRecords(new Map(all.map((record) => [record.id, record])))
  const evidence = readEvidence(evidenceInput(visible.values()))
  const context = reportContext(visible, { type: 'global', lang, date: '2021-05-19' }, evidence, null)
  const [note] = context.notes
  if (note === undefined) throw new Error('The note is not in the document')
  return [attributionOf, speakerAtStart, nameAndOrganisation].map((say) => say(context, note))
}

const NOBODY = { person: null, organisation: null, function: null, category: null, gender: null, group: null }
const nobody = (level: number): Fields => ({ ...NOBODY, level, unidentified: level === 1 ? 4 : 0 })

describe('A note is attributed', () => {
  it('to someone who is known, as its level allows', () => {
    const at = (level: number) => attributed({ note: { promised: level }, voice: { level } })[0]
    expect([1, 2, 3, 4, 5].map(at)).toMatchInlineSnapshot(`
      [
        "Prénom-voix Nom-voix, fonction-voix, Commune-voix (Afrique)",
        "fonction-voix, Commune-voix (Afrique)",
        "Commune-voix (Afrique)",
        "un gouvernement local d’Afrique",
        "une personne participante",
      ]
    `)
  })

  it('to someone whose name nobody caught by a number, where names are told', () => {
    const at = (level: number) => attributed({ note: { promised: level }, voice: nobody(level) })[0]
    expect([1, 2, 3, 4, 5].map(at)).toMatchInlineSnapshot(`
      [
        "personne intervenante n° 4, non identifiée (Afrique)",
        "une personne participante d’Afrique",
        "une personne participante d’Afrique",
        "une personne participante d’Afrique",
        "une personne participante",
      ]
    `)
    expect(LANGUAGES.map((lang) => attributed({ voice: nobody(1) }, lang)[0])).toMatchInlineSnapshot(`
      [
        "personne intervenante n° 4, non identifiée (Afrique)",
        "unidentified speaker 4 (Afrique)",
        "persona n.º 4, no identificada (Afrique)",
      ]
    `)
  })

  it('to no one while who said it is not sure, at any level and in any form', () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const [whole, atStart, short] = attributed({ note: { promised: level, doubtful: true }, voice: { level } })
      expect(whole).toBe('une personne participante')
      expect(atStart).toBe('Une personne participante')
      expect(short).toBe('une personne participante')
    }
  })

  it('to no one while people disagree on whether it is sure', () => {
    const note = { ...aNote('note'), conflicts: { doubtful: [null, true] } }
    const printed = JSON.stringify(reportOf([...SMALL, note], { type: 'session', session: 'séance' }))
    for (const word of ['Nom-voix', 'fonction-voix', 'Commune-voix']) expect(printed).not.toContain(word)
  })

  it('in no list of those who were heard as long as it is doubtful', () => {
    const minutes = (doubtful: Fields) =>
      JSON.stringify(reportOf([...SMALL, aNote('note', doubtful)], { type: 'minutes', session: 'séance' }))
    expect(minutes({})).toContain('Nom-voix')
    for (const word of ['Nom-voix', 'fonction-voix', 'Commune-voix'])
      expect(minutes({ doubtful: true })).not.toContain(word)
  })
})
