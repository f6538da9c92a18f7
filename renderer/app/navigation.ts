/** The five screens, in the order of the work. */
const DESTINATIONS = ['capture', 'review', 'merge', 'report', 'dashboard'] as const

/** Where one can be: `closing` is where a session is closed, a step of the first screen that the bar does not show. */
export const PLACES = [...DESTINATIONS, 'closing'] as const
export type DestinationId = (typeof PLACES)[number]
type Destination = (typeof DESTINATIONS)[number]

/** A role shows or hides screens; it forbids nothing. */
export const ROLES = ['rapporteur', 'section', 'secretariat'] as const

export type Role = (typeof ROLES)[number]

const FOR_ONE_RAPPORTEUR: readonly Destination[] = ['capture', 'review', 'report']

export const destinationsFor = (role: Role): readonly Destination[] =>
  role === 'rapporteur' ? FOR_ONE_RAPPORTEUR : DESTINATIONS
