import type { EditContext } from './edit-context.ts'
import type { CommandOf } from './command.ts'
import { draft, type Draft } from './draft.ts'

/** A person in a session's dock: the person, the organisation when it is new, and their place in this session. */
export function saveSpeaker({ records }: EditContext, command: CommandOf<'speaker.save'>): readonly Draft[] {
  const created = command.newOrganisation
  const organisation = created?.id ?? command.organisation
  return [
    ...(created === null || records.has(created.id) ? [] : [draft('organisation', created.id, { name: created.name })]),
    draft('person', command.person, { name: command.name || null, givenName: command.givenName || null }),
    draft('speaker', command.speaker, {
      session: command.session,
      person: command.person,
      organisation,
      function: command.function || null,
      category: command.category,
      gender: command.gender,
      region: command.region,
      speaksFor: command.speaksFor,
      size: command.size,
      slot: command.slot,
    }),
  ]
}
