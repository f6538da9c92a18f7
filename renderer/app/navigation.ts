/** The five screens, in the order of the work. */
export const DESTINATIONS = ['capture', 'review', 'merge', 'report', 'dashboard'] as const

export type DestinationId = (typeof DESTINATIONS)[number]

/** A role shows or hides screens; it forbids nothing. */
export const ROLES = ['rapporteur', 'section', 'secretariat'] as const

export type Role = (typeof ROLES)[number]

const FOR_ONE_RAPPORTEUR: readonly DestinationId[] = ['capture', 'review', 'report']

export const destinationsFor = (role: Role): readonly DestinationId[] =>
  role === 'rapporteur' ? FOR_ONE_RAPPORTEUR : DESTINATIONS
