import type { EvidenceInput, EvidenceVoice } from '#shared/evidence/evidence.ts'
import type { Sample } from '#shared/process/sample.ts'

const SILENT = new Set(['procedure', 'remark'])

/** What the notes of a sample say to the evidence, keys standing for ids. */
export function sampleInput(sample: Sample): EvidenceInput {
  const persons = new Map(sample.persons.map((person) => [person.key, person]))
  const regional = new Set(sample.sessions.filter(({ scale }) => scale === 'regional').map(({ key }) => key))
  const notes = sample.notes.filter(({ kind, person }) => person !== null && !SILENT.has(kind))
  const voices = new Map<string, EvidenceVoice>()
  for (const { person, axis, session } of notes) {
    const id = `${person}:${axis}`
    const known = persons.get(person ?? '')
    const ownSession = regional.has(session) || (voices.get(id)?.ownSession ?? false)
    const organisation = known?.organisation ?? id
    voices.set(id, { id, axis, region: known?.region ?? null, person: person ?? id, organisation, ownSession })
  }
  return {
    regions: Object.entries(sample.regionStates).map(([id, state]) => ({ id, state })),
    axes: [...new Set(sample.sessions.flatMap(({ axes }) => axes))],
    themes: sample.themes.map(({ key, parent }) => ({ id: key, parent: parent ?? null })),
    voices: [...voices.values()],
    mentions: notes.flatMap(({ person, axis, themes, stance }) =>
      themes.map((theme) => ({ voice: `${person}:${axis}`, theme, stance: stance ?? 'raises' })),
    ),
  }
}
