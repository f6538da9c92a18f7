/** What the columns of a list of participants can become, in the order in which a screen offers them. */
export const PARTICIPANT_TARGETS = [
  'fullName',
  'name',
  'givenName',
  'organisation',
  'function',
  'category',
  'gender',
  'region',
  'country',
  'speaksFor',
  'email',
  'phone',
  'lang',
] as const
export type ParticipantTarget = (typeof PARTICIPANT_TARGETS)[number]

/** Targets that say who a row is about: a list has one of them at least. */
export const NAMING: readonly ParticipantTarget[] = ['fullName', 'name', 'givenName']
