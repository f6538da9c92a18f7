import { draft, type Draft } from '../edit/draft.ts'
import type { Values } from '../operation/operation.ts'
import type { Sample } from './sample.ts'

type IdOf = (key: string) => string

const region = (idOf: IdOf, code: string | undefined): string | null =>
  code === undefined ? null : idOf(`region.${code.toLowerCase()}`)

/** « label » in French, the language of the process, and in each catalogue language. */
const labelled = ({ fr, en, es }: { readonly fr: string; readonly en: string; readonly es: string }): Values => ({
  label: fr,
  'label:fr': fr,
  'label:en': en,
  'label:es': es,
})

const set = (name: string, ids: readonly string[]): Values =>
  Object.fromEntries(ids.map((id) => [`${name}:${id}`, true]))

export function sampleProgramme(sample: Sample, idOf: IdOf): readonly Draft[] {
  return [
    draft('consultation', idOf('consultation'), { ...labelled(sample.name), sample: true }),
    ...Object.entries(sample.regionStates).map(([code, state]) =>
      draft('region', idOf(`region.${code.toLowerCase()}`), { state }),
    ),
    ...sample.themes.map((theme, order) =>
      draft('theme', idOf(`theme.${theme.key}`), {
        ...labelled(theme.label),
        parent: theme.parent === undefined ? null : idOf(`theme.${theme.parent}`),
        axis: theme.axis === undefined ? null : idOf(`axis.${theme.axis}`),
        order,
      }),
    ),
    ...sample.organisations.map(({ key, name, acronym, country, region: code }) =>
      draft('organisation', idOf(`organisation.${key}`), {
        name,
        acronym: acronym ?? null,
        country,
        region: region(idOf, code),
      }),
    ),
    ...sample.persons.map(({ key, name, givenName }) => draft('person', idOf(`person.${key}`), { name, givenName })),
    ...sample.sessions.map((session, order) =>
      draft('session', idOf(`session.${session.key}`), {
        ...labelled(session.label),
        date: session.date,
        start: session.start,
        end: session.end,
        mode: session.mode,
        scale: session.scale,
        region: region(idOf, session.region),
        state: session.state,
        level: session.level,
        order,
        ...set(
          'axis',
          session.axes.map((axis) => idOf(`axis.${axis}`)),
        ),
      }),
    ),
  ]
}

/** Those who speak in a session, in its dock, in the order of their first words. */
export function sampleSpeakers(sample: Sample, session: Sample['sessions'][number], idOf: IdOf): readonly Draft[] {
  const keys = new Set(sample.notes.filter((note) => note.session === session.key).map(({ person }) => person))
  return [...keys].flatMap((key, index) => {
    const person = sample.persons.find((candidate) => candidate.key === key)
    if (person === undefined) return []
    return [
      draft('speaker', idOf(`speaker.${session.key}.${person.key}`), {
        session: idOf(`session.${session.key}`),
        person: idOf(`person.${person.key}`),
        organisation: person.organisation === undefined ? null : idOf(`organisation.${person.organisation}`),
        function: person.function,
        category: person.category,
        gender: person.gender ?? null,
        region: region(idOf, person.region),
        speaksFor: 'self',
        slot: index < 9 ? index + 1 : null,
      }),
    ]
  })
}

export const sampleTags = (sample: Sample, idOf: IdOf): readonly Draft[] => [
  ...sample.tags.map((tag, index) =>
    draft('tag', idOf(`tag.${index}`), {
      label: tag.label,
      scope: tag.scope,
      axis: idOf(`axis.${tag.axis}`),
      reason: tag.reason,
      ...set(
        'theme',
        tag.themes.map((theme) => idOf(`theme.${theme}`)),
      ),
      ...set(
        'region',
        tag.regions.map((code) => idOf(`region.${code.toLowerCase()}`)),
      ),
    }),
  ),
  ...sample.syntheses.map((synthesis, index) =>
    draft('synthesis', idOf(`synthesis.${index}`), {
      region: region(idOf, synthesis.region),
      axis: idOf(`axis.${synthesis.axis}`),
      part: synthesis.part,
      state: synthesis.state,
      text: synthesis.text,
    }),
  ),
]
