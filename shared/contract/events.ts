/** What the node side may tell the page without being asked. */
export const EVENTS = [
  'menu.chosen',
  'job.progress',
  'files.waiting',
  'workspace.changed',
  'copy.wanted',
  'disk.low',
] as const
export type EventName = (typeof EVENTS)[number]
