import type { BackPreview } from '#shared/contract/version-calls.ts'

/** Whether going back would change nothing at all. */
export const isNothing = ({ changes, withdrawn, restored }: BackPreview): boolean =>
  changes.length + withdrawn.length + restored.length === 0
