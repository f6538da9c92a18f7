/** What the node side may tell the page without being asked. */
export const EVENTS = ['menu.chosen', 'job.progress', 'files.waiting', 'workspace.changed'] as const
export type EventName = (typeof EVENTS)[number]
